import FoundationEssentials
import Greenroom
import HubStage
import Interviews
import Wire

/// What people at browsers do.
extension Simulation {
    /// Connects to a server that is there, whichever it is.
    mutating func comeBack(_ person: Int) {
        guard people[person].link == nil, !people[person].isGone else { return }
        let alive = servers.indices.filter { servers[$0].hub != nil }
        guard let server = dice.element(of: alive) else {
            return agenda.add(.returns(person: person), at: now + 500)
        }
        let link = Link(person: person, life: servers[server].life, serial: links.count)
        links.append(link)
        people[person].link = link
        note("\(person) connects to server \(server)")
        people[person].lastHeard = now
        people[person].lastSaid = now + delay(weather.network)
        agenda.add(.connects(link), at: people[person].lastSaid)
        comeIn(person)
    }

    mutating func connect(_ link: Link) throws(Failure) {
        let voice = people[link.person].voice
        try handle(.connected(link.id, visitor: "v\(voice)"), at: link.life)
    }

    /// Asks for the seat: opens the interview, joins it, or goes on where the last connection ended.
    private mutating func comeIn(_ person: Int) {
        guard let link = people[person].link else { return }
        let message: ClientMessage?
        if people[person].hasSeat || person > 0 && setUp.isSolo {
            message = .resume(
                .init(
                    ref: people[person].nextName(), interview: setUp.id, token: people[person].secret,
                    seq: people[person].seq))
        } else if person == 0, !people[person].wasSentAway {
            message = setUp.opening(as: people[person])
        } else if let code = witness.interview.opening?.code {
            message = setUp.joining(code, as: &people[person])
        } else {
            message = nil
        }
        // Nobody has opened the room yet.
        guard let message else { return later(link, 300) }
        say(message, on: link)
    }

    /// Tries again to come in.
    private mutating func later(_ link: Link, _ wait: Int) {
        agenda.add(.acts(person: link.person), at: now + Int64(wait) + delay(200))
    }

    private mutating func say(_ message: ClientMessage, on link: Link) {
        let person = link.person
        if let name = message.ref?.text {
            people[person].waiting.append(message)
            people[person].sent[name, default: 0] += 1
        }
        note("\(person) > \(text(of: message))")
        people[person].lastSaid = max(people[person].lastSaid, now + delay(weather.network))
        agenda.add(.says(message, link), at: people[person].lastSaid)
    }

    private func text(of message: ClientMessage) -> String {
        String(decoding: (try? message.json) ?? [], as: UTF8.self)
    }

    mutating func take(_ message: ClientMessage, on link: Link) throws(Failure) {
        // What was on its way when the line was lost is lost, too.
        guard people[link.person].link == link else { return }
        try handle(.received(text(of: message), on: link.id), at: link.life)
    }

    /// Does something, and something else later.
    mutating func act(_ person: Int) {
        guard let link = people[person].link else { return }
        guard people[person].isSeated else {
            if people[person].waiting.isEmpty { comeIn(person) }
            return
        }
        guard requestsLeft > 0 else { return }
        requestsLeft -= 1
        let pause = dice.below(30) == 0 ? 20_000 : dice.below(3) == 0 ? 20 : 1500
        agenda.add(.acts(person: person), at: now + 1 + delay(pause))
        if let message = wish(of: person) { say(message, on: link) }
        makeTrouble(for: person)
    }

    /// Mostly what is one's own to ask for, and of use as things stand.
    private mutating func wish(of person: Int) -> ClientMessage? {
        let interview = witness.interview
        let role = witness.seats[people[person].voice].flatMap { interview.seats[$0]?.role }
        let name = people[person].nextName()
        if interview.phase == .lobby, comesAbout(70) {
            return role == .host ? .start(.init(ref: name, interview: setUp.id)) : nil
        }
        let speaker = RoomChatter.Speaker(
            number: people[person].voice, interview: setUp.id, current: interview.current ?? 0)
        let usual = comesAbout(85) ? RoomChatter.usual(for: setUp.isSolo ? nil : role) : RoomChatter.types
        for _ in 0..<20 {
            let message = RoomChatter.message(name, speaker, &dice)
            if let kind = message?.kind, usual.contains(kind) { return message }
        }
        return nil
    }

    mutating func askAgain(_ message: ClientMessage, on link: Link) {
        guard people[link.person].link == link, people[link.person].isSeated || message.isComingIn else {
            return
        }
        say(message, on: link)
    }

    mutating func hear(_ told: Told, on link: Link) throws(Failure) {
        let number = link.person
        guard people[number].link == link else { return }
        note("\(number) < \(told.text)")
        if people[number].isSeated, people[number].hear(told) {
            throw failure("\(number) has missed something before \(told.text)")
        }
        let request = try answered(told, on: link)
        switch told.message {
        case .opened:
            _ = people[number].hear(told)
            beSeated(link)
        case .joined(let resumed), .resumed(let resumed):
            _ = people[number].hear(told)
            people[number].hasSeat = true
            if resumed.more { comeIn(number) } else { beSeated(link) }
        case .answered(let answered):
            if request != nil, let ref = answered.ref { people[number].acknowledged.insert(ref.text) }
        case .gone:
            sentAway(link)
        case .refused(let refused):
            if let request { try refusedTo(request, refused, on: link) }
        default: break
        }
    }

    /// - Returns: The request that a message is the first reply to.
    private mutating func answered(_ told: Told, on link: Link) throws(Failure) -> ClientMessage? {
        guard let name = told.text.firstReference.map(String.init) else { return nil }
        let person = people[link.person]
        guard let sent = person.sent[name] else { return nil }
        people[link.person].answered[name, default: 0] += 1
        guard let place = person.waiting.firstIndex(where: { $0.ref?.text == name }) else {
            let most = person.doubtful.contains(name) ? sent + 1 : sent
            guard person.answered[name, default: 0] >= most else { return nil }
            throw failure("\(link.person) has one more reply to \(name), sent \(sent) times: \(told.text)")
        }
        return people[link.person].waiting.remove(at: place)
    }

    private mutating func beSeated(_ link: Link) {
        let person = link.person
        (people[person].isSeated, people[person].hasSeat) = (true, true)
        let unsure = people[person].unsure
        people[person].unsure = []
        for message in unsure { say(message, on: link) }
        agenda.add(.acts(person: person), at: now + 1 + delay(1000))
    }

    /// Perhaps one is let in once more.
    private mutating func sentAway(_ link: Link) {
        let person = link.person
        (people[person].isSeated, people[person].hasSeat) = (false, false)
        people[person].wasSentAway = true
        people[person].unsure = []
        later(link, 500)
    }

    private mutating func refusedTo(
        _ request: ClientMessage, _ refused: Refused, on link: Link
    ) throws(Failure) {
        let person = link.person
        switch (refused.code, request.isComingIn) {
        case (.notKept, _), (.notRead, _), (.busy, _):
            if let name = request.ref?.text { people[person].doubtful.insert(name) }
            agenda.add(.repeats(request, link), at: now + 100 + delay(1000))
        case (.noSuchSeat, true) where people[person].hasSeat && !setUp.isSolo:
            // While the line was lost.
            sentAway(link)
        case (.noSuchSeat, true) where !people[person].hasSeat, (.noSuchRoom, true):
            later(link, 500)
        case (_, true):
            people[person].isGone = true
        case (.notSeated, false) where people[person].isSeated:
            // Another device of the seat was sent away, and this one hears of it, too.
            break
        default: break
        }
    }
}
