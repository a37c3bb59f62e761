/// A name that a request gave and that this server does not go by: with 421 its Host, with 403 its Origin.
public enum RefusedName: Sendable, Hashable {
    case host(SayableName?)
    case origin(SayableName?, host: SayableName?)

    /// nil: the refusal is no matter of names.
    init?(status: Int, host: String?, origin: String?) {
        switch status {
        case 421: self = .host(host.flatMap(SayableName.init))
        case 403:
            self = .origin(origin.flatMap(SayableName.init), host: host.flatMap(SayableName.init))
        default: return nil
        }
    }
}

/// A name or origin as a stranger gave it, of letters, digits and `.-_:/[]` only, in lower case, and at most 255
/// bytes: fit for a log and a page.
public struct SayableName: Sendable, Hashable, CustomStringConvertible {
    public let description: String

    public init?(_ text: String) {
        let allowed = Set(".-_:/[]".utf8)
        guard (1...255).contains(text.utf8.count),
            text.utf8.allSatisfy({ byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: allowed.contains(byte)
                }
            })
        else { return nil }
        description = text.lowercased()
    }
}
