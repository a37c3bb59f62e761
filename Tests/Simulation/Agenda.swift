/// What is going to happen, by its moment; what falls on the same moment happens in the order in which it was planned.
struct Agenda<Item> {
    private struct Entry {
        var moment: Int64
        var number: Int
        var item: Item

        func comesBefore(_ other: Entry) -> Bool { (moment, number) < (other.moment, other.number) }
    }

    /// A binary heap: none comes before the one at half its place.
    private var entries: [Entry] = []
    private var count = 0

    mutating func add(_ item: Item, at moment: Int64) {
        count += 1
        entries.append(Entry(moment: moment, number: count, item: item))
        var place = entries.count - 1
        while place > 0, entries[place].comesBefore(entries[(place - 1) / 2]) {
            entries.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func next() -> (moment: Int64, item: Item)? {
        guard let first = entries.first else { return nil }
        entries.swapAt(0, entries.count - 1)
        entries.removeLast()
        var place = 0
        while true {
            let below = [2 * place + 1, 2 * place + 2].filter { $0 < entries.count }
            guard let least = below.min(by: { entries[$0].comesBefore(entries[$1]) }),
                entries[least].comesBefore(entries[place])
            else { break }
            entries.swapAt(place, least)
            place = least
        }
        return (first.moment, first.item)
    }
}
