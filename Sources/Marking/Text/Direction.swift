/// Words that say which way something goes, and their opposites: rises and falls, before and after, more and less.
///
/// The word tables have few of these, because most are forms of other words or stand for a place.
enum Direction {
    struct Links {
        var alike: [UInt64] = []
        var opposite: [UInt64] = []
    }

    @inline(__always)
    static func has(_ key: UInt64) -> Bool { links[key] != nil }

    static func links(of key: UInt64) -> Links? { links[key] }

    /// Those of one side that say the same come first; what stands after a bar is only the opposite of the other side.
    private static let sides: [(String, String)] = [
        (
            "increase increases rise rises rising grow grows climb climbs raise",
            "decrease decreases fall falls drop drops decline lower reduce diminish shrink shrinks lessen"
        ),
        ("| higher larger bigger greater more high", "| lower smaller less fewer low"),
        ("| increase rise grow climb", "| lower smaller less fewer"),
        ("| higher larger bigger greater more widen", "| decrease fall drop decline reduce shrink narrow"),
        ("| up", "| down"),
        ("| before", "| after"),
        ("| earlier", "| later"),
        ("faster quicker", "| slower"),
        ("| longer", "| shorter"),
        ("| wider", "| narrower"),
        ("| above over", "| below under"),
        ("| stronger", "| weaker"),
        ("| deeper", "| shallower"),
        ("| easier", "| harder"),
        ("| cheaper", "| dearer"),
    ]

    private static let links: [UInt64: Links] = {
        var links: [UInt64: Links] = [:]
        for (one, other) in sides {
            let (one, other) = (Side(one), Side(other))
            for (side, opposite) in [(one, other), (other, one)] {
                for key in side.alike + side.others {
                    let alike = side.alike.contains(key) ? side.alike.filter { $0 != key } : []
                    links[key, default: Links()].alike += alike
                    links[key, default: Links()].opposite += opposite.alike + opposite.others
                }
            }
        }
        return links
    }()

    private struct Side {
        var alike: [UInt64] = []
        var others: [UInt64] = []

        init(_ words: String) {
            var isAlike = true
            for word in words.split(separator: " ") {
                if word == "|" {
                    isAlike = false
                    continue
                }
                let key = WordTable.stem(ofWord: Hash.of(String(word)))
                guard key != 0, !alike.contains(key), !others.contains(key) else { continue }
                if isAlike { alike.append(key) } else { others.append(key) }
            }
        }
    }
}
