import Interviews
import Logging
import QuestionBank
import WebSockets

/// Steers a running server from any thread.
public struct ServerControl: Sendable {
    let settings: ServerSettings
    let loop: LoopControl
    let mailbox: Mailbox<InterviewLoop.Message>
    let health: Health
    let serviceManager: ServiceManager
    let logger: Logger

    /// Ends in order within five seconds: nobody gets in, everybody is told to come back, what was accepted is kept.
    public func stop() {
        logger.info("stopping")
        health.stopping()
        serviceManager.stopping()
        loop.stop(drainWithin: .seconds(4))
    }

    /// Reads bank, client and certificate again. What cannot be used is reported, and the old one stays.
    public func reload() {
        logger.info("reloading")
        reloadBank()
        do {
            if let client = try settings.readClient() { loop.serve(client) }
        } catch {
            logger.error("the client stays as it was", metadata: ["reason": "\(error)"])
        }
        guard settings.tls != nil else { return }
        loop.reloadCertificate { [logger] result in
            switch result {
            case .success: logger.info("certificate read")
            case .failure(let error):
                logger.error("the certificate stays as it was", metadata: ["reason": "\(error)"])
            }
        }
    }

    /// Reads the bank again. Interviews under way keep the questions they began with; a bank with an error stays
    /// outside.
    func reloadBank() {
        do {
            let bank = try BankFolders(paths: settings.banks, logger: logger).load(acceptingErrors: false)
            mailbox.post(.bankChanged(bank))
            logger.info(
                "bank read",
                metadata: ["questions": "\(bank.askable.count)", "hash": "\(bank.hash.prefix(12))"])
        } catch {
            logger.error("the bank stays as it was", metadata: ["reason": "\(error)"])
        }
    }
}
