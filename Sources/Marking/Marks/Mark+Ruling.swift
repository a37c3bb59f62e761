extension Mark {
    /// The mark as it would be if a person had ruled: these points were said after all, these misconceptions not.
    /// The evidence stays the matcher's own.
    ///
    /// - Parameters:
    ///   - points: ``KeyPoint/id``s.
    ///   - takenBack: points that were found and yet not said.
    public func ruled(said points: Set<String>, takenBack: Set<String> = [], in rubric: Rubric) -> Mark {
        var ruled = self
        ruled.points = self.points.map { point in
            var point = point
            if takenBack.contains(point.keyPoint), point.verdict == .hit {
                (point.verdict, point.strength) = (.missed, 0)
                return point
            }
            guard points.contains(point.keyPoint) else { return point }
            switch point.verdict {
            case .hit, .partial, .missed, .contradicted: (point.verdict, point.strength) = (.hit, 1)
            case .held, .avoided: (point.verdict, point.strength) = (.avoided, 0)
            }
            return point
        }
        ruled.coverage = Coverage.of(ruled.points, in: rubric)
        return ruled
    }
}
