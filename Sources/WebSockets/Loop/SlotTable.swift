/// Elements found by place and generation: looking up costs an index, and a stale name finds nothing.
struct SlotTable<Element> {
    private struct Slot {
        var generation: UInt32 = 0
        var element: Element?
    }

    private var slots: [Slot] = []
    private var free: [UInt32] = []
    private(set) var count = 0

    /// Takes a place and keeps what `make` builds for it.
    mutating func insert(_ make: (_ place: UInt32, _ generation: UInt32) -> Element) -> Element {
        let place = free.popLast() ?? appended()
        let generation = slots[Int(place)].generation
        let element = make(place, generation)
        slots[Int(place)].element = element
        count += 1
        return element
    }

    subscript(place: UInt32, generation: UInt32) -> Element? {
        guard Int(place) < slots.count, slots[Int(place)].generation == generation else { return nil }
        return slots[Int(place)].element
    }

    mutating func remove(_ place: UInt32, _ generation: UInt32) {
        guard self[place, generation] != nil else { return }
        slots[Int(place)].element = nil
        slots[Int(place)].generation &+= 1
        count -= 1
        // A place whose generations are used up is left alone, so that no name ever comes back.
        if slots[Int(place)].generation != 0 { free.append(place) }
    }

    /// All elements; `body` must not change the table.
    func forEach(_ body: (Element) -> Void) {
        for slot in slots {
            if let element = slot.element { body(element) }
        }
    }

    /// Every `stride`-th element, from place `start` on.
    func forEach(from start: Int, by stride: Int, _ body: (Element) -> Void) {
        for index in Swift.stride(from: start, to: slots.count, by: stride) {
            if let element = slots[index].element { body(element) }
        }
    }

    private mutating func appended() -> UInt32 {
        slots.append(Slot())
        return UInt32(slots.count - 1)
    }
}
