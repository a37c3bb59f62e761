import Foundation
import Testing

@testable import WebSockets

/// A loop on a thread of its own, for the length of a test.
final class RunningLoop: Sendable {
    struct Parts: Sendable {
        let port: Int
        let mailbox: Mailbox<Probe.Message>
        let control: LoopControl
    }

    let parts: Parts
    let events = Channel<Probe.Event>()
    /// Gets one element when `run` has returned.
    let ended = Channel<Bool>()

    var port: Int { parts.port }

    init(_ change: (inout LoopConfiguration) -> Void = { _ in }) throws {
        var configuration = LoopConfiguration(port: 0)
        // A busy machine must not look like a slow client; tests of time limits set their own.
        configuration.limits.handshakeSeconds = 120
        configuration.limits.keepAliveSeconds = 120
        configuration.limits.answerSeconds = 120
        configuration.limits.leavingMilliseconds = 120_000
        change(&configuration)
        let started = Channel<Result<Parts, LoopError>>()
        let (events, ended, final) = (events, ended, configuration)
        Thread.detachNewThread {
            do throws(LoopError) {
                let loop = try Loop(final, handler: Probe(events: events))
                started.put(.success(Parts(port: loop.port, mailbox: loop.mailbox, control: loop.control)))
                loop.run()
            } catch {
                started.put(.failure(error))
            }
            ended.put(true)
        }
        parts = try #require(started.next()).get()
    }

    deinit {
        parts.control.stop(drainWithin: .zero)
        _ = ended.next()
    }

    /// Runs something on the loop's thread.
    func perform(_ body: @escaping Probe.Message) { parts.mailbox.post(body) }

    /// The next event that is what it should be; others before it are a failure.
    func expect(_ event: Probe.Event, _ location: SourceLocation = #_sourceLocation) {
        #expect(events.next() == event, sourceLocation: location)
    }
}
