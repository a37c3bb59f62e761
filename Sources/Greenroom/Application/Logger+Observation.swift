import Interviews
import Logging
import Transcripts

extension Logger {
    /// A line for what the hub observed. Names and numbers only, never what a person wrote.
    func log(_ observation: Hub.Observation) {
        switch observation {
        case .opened(let interview, let questions):
            info("interview opened", metadata: ["interview": "\(interview)", "questions": "\(questions)"])
        case .resumed(let interview, let missed):
            debug("seat resumed", metadata: ["interview": "\(interview)", "missed": "\(missed)"])
        case .ended(let interview, let reason):
            info("interview ended", metadata: ["interview": "\(interview)", "reason": "\(reason)"])
        case .refused(let code):
            debug("request refused", metadata: ["code": "\(code)"])
        case .notKept(let interview, let error):
            self.error("could not save", metadata: ["interview": "\(interview)", "reason": "\(error)"])
        case .notLoaded(let interview, let error):
            self.error("could not read", metadata: ["interview": "\(interview)", "reason": "\(error)"])
        }
    }
}
