public import Interviews
import Synchronization

extension MemoryStore: BrowserStore {
    public func browsers() -> [Browser] {
        state.withLock { $0.browsers.values.map(\.browser) }.sorted { $0.key < $1.key }
    }

    public func browsers(of visitor: String) -> [Browser] {
        browsers().filter { $0.visitor == visitor }
            .sorted { ($0.since.milliseconds, $1.key) > ($1.since.milliseconds, $0.key) }
    }

    public func keep(_ pass: Pass) -> Bool {
        state.withLock { state in
            if let known = state.passes[pass.digest] {
                return known.visitor == pass.visitor && known.kind == pass.kind
            }
            state.passes = state.passes.filter {
                ($0.value.visitor, $0.value.kind) != (pass.visitor, pass.kind)
                    && $0.value.lives(at: pass.made)
            }
            if state.passes.count >= Pass.maximumTotal {
                let idle = state.passes.values.filter { state.hasNothing($0.visitor) }
                guard let oldest = idle.min(by: { $0.made.milliseconds < $1.made.milliseconds }) else {
                    return false
                }
                state.passes[oldest.digest] = nil
            }
            state.passes[pass.digest] = pass
            return true
        }
    }

    public func takeBack(_ kind: Pass.Kind, of visitor: String) {
        state.withLock { state in
            state.passes = state.passes.filter { ($0.value.visitor, $0.value.kind) != (visitor, kind) }
        }
    }

    public func pass(_ kind: Pass.Kind, of visitor: String) -> Pass? {
        state.withLock { $0.passes.values.first { ($0.visitor, $0.kind) == (visitor, kind) } }
    }

    public func isPass(_ digest: String, at now: Timestamp) -> Bool {
        state.withLock { $0.passes[digest]?.lives(at: now) ?? false }
    }

    public func came(_ key: String, by digest: String, to visitor: String) -> Bool {
        state.withLock { state in
            state.browsers[key].map { $0.pass == digest && $0.browser.visitor == visitor } ?? false
        }
    }

    public func claim(_ digest: String, by key: String, of visitor: String, at now: Timestamp) -> Claimed {
        state.withLock { state in
            guard let pass = state.passes[digest], pass.lives(at: now) else { return .noSuchPass }
            let heir = pass.visitor
            guard heir != visitor else { return .already }
            let both = state.browsers.values.count { [visitor, heir].contains($0.browser.visitor) }
            guard both < Browser.maximumCount, let pruned = state.makeRoom(besides: [visitor, heir]) else {
                return .tooMany
            }
            state.move(visitor, to: heir)
            for one in Set([key, visitor]) where Browser.isKey(one) {
                state.browsers[one] = (Browser(key: one, visitor: heir, since: now), digest)
            }
            if pass.kind == .link { state.passes[digest] = nil }
            let browsers = state.owners(heir).merging(pruned) { own, _ in own }
            return .joined(Handover(from: visitor, to: heir, browsers: browsers))
        }
    }

    public func drop(_ key: String, of visitor: String, for name: String) -> Handover? {
        state.withLock { state in
            func has(_ kind: Pass.Kind) -> (Pass) -> Bool { { ($0.visitor, $0.kind) == (visitor, kind) } }
            // A name that is no browser's is reached by the last browser alone, or by its code.
            if !Browser.isKey(visitor), state.owners(visitor).count == 1,
                !state.passes.values.contains(where: has(.code))
            {
                return nil
            }
            // Whoever had a link made may not come back by it.
            state.passes = state.passes.filter { !has(.link)($0.value) }
            if state.browsers[key]?.browser.visitor == visitor {
                state.browsers[key] = nil
                return Handover(from: visitor, to: visitor, browsers: [key: key])
            }
            guard key == visitor, !state.owners(visitor).isEmpty else { return nil }
            state.move(visitor, to: name)
            return Handover(
                from: visitor, to: name, browsers: state.owners(name).merging([key: key]) { $1 })
        }
    }
}

extension MemoryStore.State {
    fileprivate func hasNothing(_ visitor: String) -> Bool {
        !events.values.joined().contains { $0.row.visitor == visitor }
            && !reviews.keys.contains { $0.visitor == visitor } && !notes.isWriter(visitor)
    }

    /// - Returns: Whose the browser is that had to go: its own; `nil` where there is no room.
    fileprivate mutating func makeRoom(besides visitors: [String]) -> [String: String]? {
        guard browsers.count >= Browser.maximumTotal else { return [:] }
        let idle = browsers.values.map(\.browser).filter {
            !visitors.contains($0.visitor) && hasNothing($0.visitor)
        }
        guard let oldest = idle.min(by: { $0.since.milliseconds < $1.since.milliseconds }) else { return nil }
        browsers[oldest.key] = nil
        return [oldest.key: oldest.key]
    }

    fileprivate func owners(_ visitor: String) -> [String: String] {
        browsers.filter { $0.value.browser.visitor == visitor }.mapValues { _ in visitor }
    }

    /// Everything of one visitor's becomes another's. Of what both have of one thing the heir's stays.
    fileprivate mutating func move(_ visitor: String, to heir: String) {
        for (key, row) in reviews where key.visitor == visitor {
            reviews[key] = nil
            var moved = key
            moved.visitor = heir
            reviews[moved] = reviews[moved] ?? row
        }
        for (digest, share) in shares where share.visitor == visitor { shares[digest]?.visitor = heir }
        notes.move(visitor, to: heir)
        for (digest, pass) in passes where pass.visitor == visitor {
            let hasOne = passes.values.contains { ($0.visitor, $0.kind) == (heir, pass.kind) }
            if hasOne { passes[digest] = nil } else { passes[digest]?.visitor = heir }
        }
        for (key, entry) in browsers where entry.browser.visitor == visitor {
            browsers[key]?.browser.visitor = heir
        }
        for interview in events.keys {
            for index in events[interview]?.indices ?? 0..<0
            where events[interview]?[index].row.visitor == visitor {
                events[interview]?[index].row.visitor = heir
            }
        }
    }
}
