import CMalloc

/// What the C library is told about how this process uses memory.
enum Allocator {
    /// One heap for all threads: the loop makes what the log's threads let go of, so that with a heap for each
    /// thread, as the library has it, every one of them grows to the most that was ever needed in it.
    ///
    /// Has to be called before any thread is started. (`mallopt`)
    static func shareHeap() {
        mallopt(M_ARENA_MAX, 1)
    }
}
