import Dispatch
import Interviews
import Testing
import Transcripts

@testable import Greenroom

/// Whose each browser is, as another server changes it while this one does.
struct RegisterRefreshTests {
    private let store = MemoryStore()
    private let now = Timestamp(milliseconds: 1)

    /// As another server has it done.
    private func claim(_ key: String, for visitor: String) {
        let pass = Pass(digest: "of \(key)", kind: .link, visitor: visitor, made: now, until: nil)
        #expect(store.keep(pass))
        #expect(store.claim(pass.digest, by: key, of: key, at: now) != .noSuchPass)
    }

    /// The historian's turn has come and gone.
    private func settle(_ historian: LogReader) async {
        await withCheckedContinuation { continuation in
            historian.perform({ _ in true }) { _ in continuation.resume() }
        }
    }

    @Test func whatWasReadBeforeAChangeIsNotKeptAfterIt() async throws {
        let historian = LogReader(store: store)
        defer { historian.stop() }
        let (register, store, now) = (BrowserRegister([]), store, now)
        let (hasRead, mayGoOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let refresh = RegisterRefresh(register, by: historian) {
            let browsers = store.browsers()
            hasRead.signal()
            mayGoOn.wait()
            return browsers
        }
        refresh.hear(.browsers)
        hasRead.wait()
        // Somebody's request arrives before what was read is put down.
        let pass = Pass(digest: "of ann", kind: .link, visitor: "ben", made: now, until: nil)
        #expect(store.keep(pass))
        historian.perform({ _ in
            guard case .joined(let handover) = store.claim(pass.digest, by: "ann", of: "ann", at: now) else {
                return
            }
            register.take(handover)
        }) { _ in }
        mayGoOn.signal()
        await settle(historian)
        #expect(register.visitor(of: "ann") == "ben")
    }

    @Test func newsThatWereLostAreMadeUpForWithinAMinute() async throws {
        let historian = LogReader(store: store)
        defer { historian.stop() }
        let register = BrowserRegister([])
        let refresh = RegisterRefresh(register, by: historian, every: .zero) { [store] in store.browsers() }
        claim("ann", for: "ben")
        refresh.hear(.look)
        await settle(historian)
        #expect(register.visitor(of: "ann") == "ben")
    }

    @Test func whoLooksEachSecondReadsOnceAMinute() async throws {
        let historian = LogReader(store: store)
        defer { historian.stop() }
        let register = BrowserRegister([])
        let refresh = RegisterRefresh(register, by: historian) { [store] in store.browsers() }
        claim("ann", for: "ben")
        refresh.hear(.look)
        await settle(historian)
        #expect(register.visitor(of: "ann") == "ann")
        refresh.hear(.unknown)
        await settle(historian)
        #expect(register.visitor(of: "ann") == "ben")
    }
}
