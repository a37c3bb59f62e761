/// Where unguessable names and secrets come from.
public protocol SecretSource: Sendable {
    /// Random bytes fit for secrets.
    func bytes(_ count: Int) -> [UInt8]
}

/// The operating system's generator.
public struct SystemSecretSource: SecretSource {
    public init() {}

    public func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}
