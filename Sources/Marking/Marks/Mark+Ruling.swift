extension Mark {
    /// The mark as it would be if a person had ruled: these points were said after all, these misconceptions not.
    ///
    /// - Parameter points: ``KeyPoint/id``s. The evidence stays the matcher's own.
    public func ruled(said points: Set<String>, in rubric: Rubric) -> Mark {
        var ruled = self
        ruled.points = self.points.map { point in
            guard points.contains(point.keyPoint) else { return point }
            var point = point
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
