/// Whose turn it is: one member of each group after the other, and within a group one member after the other. So
/// nobody waits for more than one turn of each other group, however many members it has.
struct Turns<Group: Hashable, Member> {
    private var order = Line<Group>()
    private var members: [Group: Line<Member>] = [:]

    var isEmpty: Bool { order.isEmpty }

    /// The last in line of its group.
    mutating func join(_ member: Member, in group: Group) {
        if members[group] == nil { order.append(group) }
        members[group, default: Line()].append(member)
    }

    /// Takes the next one out of the line; who has more to do joins again.
    mutating func next() -> Member? {
        guard let group = order.popFirst(), let member = members[group]?.popFirst() else { return nil }
        if members[group]?.isEmpty == true { members[group] = nil } else { order.append(group) }
        return member
    }

    func forEach(_ body: (Member) -> Void) {
        for line in members.values { line.forEach(body) }
    }
}

/// First in, first out. What is taken leaves its place behind until as many are left as have gone.
struct Line<Element> {
    private var elements: [Element?] = []
    private var first = 0

    var isEmpty: Bool { first == elements.count }
    var count: Int { elements.count - first }

    mutating func append(_ element: Element) { elements.append(element) }

    mutating func popFirst() -> Element? {
        guard !isEmpty else { return nil }
        let element = elements[first]
        elements[first] = nil
        first += 1
        if first == elements.count {
            elements.removeAll(keepingCapacity: first <= 64)
            first = 0
        } else if first > 64, first > elements.count / 2 {
            elements.removeSubrange(..<first)
            first = 0
        }
        return element
    }

    func forEach(_ body: (Element) -> Void) {
        for case let element? in elements[first...] { body(element) }
    }
}
