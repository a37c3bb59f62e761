import ArgumentParser
import Dispatch
import Foundation
import Greenroom
import Logging
import Synchronization
import TerminalClient

/// A server within this process, for one candidate: on a free port of this machine alone, with no pages.
struct EmbeddedServer {
    let address: String
    private let control: ServerControl
    private let ended: DispatchSemaphore

    private struct Started: Sendable {
        var address: String
        var control: ServerControl
    }

    static func start(_ place: KeptSeat.Place) throws -> EmbeddedServer {
        let settings = ServerSettings(
            host: "127.0.0.1", port: 0, banks: place.banks, data: place.data, public: nil)
        let start = Start()
        let (begun, ended) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        Thread.detachNewThread {
            do throws(StartError) {
                // Not the environment's: whoever watches over this process does not watch over the server.
                let server = try Server(settings, environment: [:], logger: Logger(label: "greenroom"))
                start.value.withLock {
                    $0 = .success(Started(address: server.address, control: server.control))
                }
                begun.signal()
                server.run(isWatched: false)
            } catch {
                start.value.withLock { $0 = .failure(error) }
                begun.signal()
            }
            ended.signal()
        }
        begun.wait()
        switch start.value.withLock({ $0 }) {
        case .success(let started):
            return EmbeddedServer(address: started.address, control: started.control, ended: ended)
        case .failure(let error):
            Terminal.complain("greenroom: \(error)")
            if error.isInUse {
                let address = AddressNote.read(in: place.data) ?? "ADDRESS"
                Terminal.complain(
                    "A server is running on it: greenroom practise --server \(address) practises there.")
            }
            throw ExitCode(78)  // EX_CONFIG
        case nil: preconditionFailure("begun without having started or failed")
        }
    }

    private final class Start: Sendable {
        let value = Mutex<Result<Started, StartError>?>(nil)
    }

    /// In order: what was accepted is kept.
    func stop() {
        control.stop()
        _ = ended.wait(timeout: .now() + 5)
    }
}
