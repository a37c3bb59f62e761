import Greenroom
import HubStage
import Synchronization

/// Secrets that look drawn, differ from server to server, and are the same for the same seed.
final class DrawnSecrets: SecretSource {
    private let dice: Mutex<FuzzRandom>

    init(_ dice: FuzzRandom) {
        self.dice = Mutex(dice)
    }

    func bytes(_ count: Int) -> [UInt8] {
        dice.withLock { dice in (0..<count).map { _ in UInt8(dice.below(256)) } }
    }
}
