import Interviews
import Transcripts
import Wire

/// How several browsers become one visitor's. Secrets stay where they are: the server notes whose a browser is.
extension Errands {
    /// How long a link waits to be opened.
    static let linkLife: Int64 = 10 * 60_000

    func link(
        _ link: ClientMessage.Link, to visitor: String, at now: Timestamp
    ) throws(StoreError) -> Errand.Reply {
        let until = Timestamp(milliseconds: now.milliseconds + Self.linkLife)
        let pass = Pass(
            digest: SeatToken.digest(of: link.secret.text), kind: .link, visitor: visitor, made: now,
            until: until)
        guard try browsers.keep(pass) else { return .refused(.badValue, "Draw another secret for the link.") }
        let kept = try browsers.pass(.link, of: visitor)
        return .done(
            .linked(
                .init(
                    ref: link.ref, until: (kept?.until ?? until).milliseconds,
                    picture: link.place.flatMap { QRCode.svg(of: "\($0)#\(link.secret.text)") })))
    }

    func recover(
        _ recovery: ClientMessage.Recovery, _ visitor: String, at now: Timestamp
    ) throws(StoreError) -> Errand.Reply {
        guard let code = recovery.code else {
            try browsers.takeBack(.code, of: visitor)
            return .done(.recovery(.init(ref: recovery.ref, isThere: false)))
        }
        let pass = Pass(
            digest: SeatToken.digest(of: code.text), kind: .code, visitor: visitor, made: now, until: nil)
        guard try browsers.keep(pass) else { return .refused(.badValue, "Draw another code.") }
        return .done(.recovery(.init(ref: recovery.ref, isThere: true)))
    }

    func claim(
        _ claim: ClientMessage.Claim, by key: String, of visitor: String, at now: Timestamp
    ) throws(StoreError) -> Errand.Reply {
        switch try claimed(claim.pass, by: key, of: visitor, at: now) {
        case .joined(let handover):
            .handedOver(.claimed(.init(ref: claim.ref, already: false)), handover)
        case .already: .done(.claimed(.init(ref: claim.ref, already: true)))
        case .noSuchPass:
            .refused(.notFound, "That link or code does not work. A link works once, for ten minutes.")
        case .tooMany: .refused(.busy, "Too many browsers are linked. Remove one first.")
        }
    }

    /// Handing over reads all that the visitor has anew, so it is begun only where there is somebody to hand it to.
    private func claimed(
        _ pass: ClientMessage.Claim.Pass, by key: String, of visitor: String, at now: Timestamp
    ) throws(StoreError) -> Claimed {
        let digest = SeatToken.digest(of: pass.text)
        guard try browsers.isPass(digest, at: now) else {
            return try browsers.came(key, by: digest, to: visitor) ? .already : .noSuchPass
        }
        guard try !isOwn(digest, pass.kind, of: visitor) else { return .already }
        var claimed = Claimed.noSuchPass
        takeIn(
            try keeper.handOver(from: visitor) { () throws(StoreError) in
                claimed = try browsers.claim(digest, by: key, of: visitor, at: now)
                return if case .joined(let handover) = claimed { handover } else { nil }
            })
        return claimed
    }

    private func isOwn(
        _ digest: String, _ kind: Pass.Kind, of visitor: String
    ) throws(StoreError) -> Bool {
        try browsers.pass(kind, of: visitor)?.digest == digest
    }

    func unlink(_ unlink: ClientMessage.Unlink, from visitor: String) throws(StoreError) -> Errand.Reply {
        let key = unlink.browser.text
        let name = Browser.name(SeatToken.digest(of: SeatToken.make(from: SystemSecretSource())))
        var handover: Handover?
        if key != visitor {
            handover = try browsers.drop(key, of: visitor, for: name)
        } else if try !browsers.browsers(of: visitor).isEmpty {
            takeIn(
                try keeper.handOver(from: visitor) { () throws(StoreError) in
                    handover = try browsers.drop(key, of: visitor, for: name)
                    return handover
                })
        }
        guard let handover else {
            return .refused(.notFound, "There is no such browser of yours, or it is the only one.")
        }
        return .handedOver(.unlinked(.init(ref: unlink.ref, browser: unlink.browser)), handover)
    }
}

extension ClientMessage.Claim.Pass {
    fileprivate var kind: Pass.Kind {
        switch self {
        case .link: .link
        case .code: .code
        }
    }
}

extension ClientMessage.Link {
    /// Where it leads, if that can be drawn.
    fileprivate var place: String? {
        address.flatMap {
            $0.utf8.count <= Self.longestAddress && $0.hasPrefix("http") && !$0.contains("#") ? $0 : nil
        }
    }
}
