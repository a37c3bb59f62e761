import Interviews
import Logging
import Transcripts

extension Logger {
    /// A line for what the hub observed. Names and numbers only, never what a person wrote.
    ///
    /// - Parameter request: which message it is about; empty where it is about none.
    func log(_ observation: Hub.Observation, _ request: Logger.Metadata) {
        switch observation {
        case .opened(let interview, let questions):
            info("interview opened", request, ["interview": "\(interview)", "questions": "\(questions)"])
        case .resumed(let interview, let missed):
            debug("seat resumed", request, ["interview": "\(interview)", "missed": "\(missed)"])
        case .ended(let interview, let reason):
            info("interview ended", request, ["interview": "\(interview)", "reason": "\(reason)"])
        case .refused(let code):
            debug("request refused", request, ["code": "\(code)"])
        case .limited(let kind, let scope, let address):
            log(limit: kind, of: scope, address, request)
        case .notKept(let interview, let error):
            self.error("could not save", request, ["interview": "\(interview)", "reason": "\(error)"])
        case .notLoaded(let interview, let error):
            self.error("could not read", request, ["interview": "\(interview)", "reason": "\(error)"])
        }
    }

    /// A line for a limit that somebody met.
    func log(
        limit kind: RequestLimits.Kind, of scope: RequestLimits.Scope, _ address: String?, _ request: Metadata
    ) {
        info(
            "limit met", request,
            [
                "limit": "\(kind.rawValue)", "of": "\(scope.rawValue)",
                "address": "\(address ?? "this machine")",
            ])
    }

    private func debug(_ text: Message, _ request: Metadata, _ facts: Metadata) {
        debug(text, metadata: facts.merging(request) { fact, _ in fact })
    }

    private func info(_ text: Message, _ request: Metadata, _ facts: Metadata) {
        info(text, metadata: facts.merging(request) { fact, _ in fact })
    }

    private func error(_ text: Message, _ request: Metadata, _ facts: Metadata) {
        error(text, metadata: facts.merging(request) { fact, _ in fact })
    }
}
