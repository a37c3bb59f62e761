/// How far a move has come.
public enum MoveStep: Hashable, Sendable {
    /// Interviews that are in both were compared.
    case compared(Int, of: Int)
    /// Interviews are in the target, those included that were there before.
    case copied(Int, of: Int)
    /// Interviews were read back from both sides.
    case verified(Int, of: Int)
    /// Interviews were taken into the target's library.
    case shelved(Int, of: Int)
}

extension MoveStep: CustomStringConvertible {
    public var description: String {
        switch self {
        case .compared(let count, let all): "\(count) of \(all) that are there already compared"
        case .copied(let count, let all): "\(count) of \(all) interviews copied"
        case .verified(let count, let all): "\(count) of \(all) interviews read back"
        case .shelved(let count, let all): "\(count) of \(all) interviews taken into the library"
        }
    }
}

/// What was moved.
public struct Moved: Hashable, Sendable {
    public var interviews = 0
    /// Of them those that were in the target before.
    public var known = 0
    public var events = 0
    /// SHA-256 of all interviews' digests, in the order of their names: the same however often it is moved.
    public var digest = ""
}
