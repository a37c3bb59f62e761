extension LoadedBank {
    /// Everything that its author should mend: what the reader noticed and what ``Bank/check()`` finds, by place.
    public func check() -> [Problem] {
        (problems + glossaryProblems + bank.check()).sorted { left, right in
            (left.location.file, left.location.line, left.what) < (
                right.location.file, right.location.line, right.what
            )
        }
    }
}

extension Bank {
    /// Marks the bank's own texts to find out whether its questions work: model answers must reach full coverage,
    /// sample answers their verdicts, and every point must be possible to hit and to miss.
    public func check() -> [Problem] {
        questions.flatMap { QuestionCheck($0).problems }
    }
}
