/// Numbers names from 0 in the order in which they come.
struct Numbering {
    private(set) var names: [String] = []
    private var numbers: [String: Int] = [:]
    /// Reviews come in runs of one interview, one topic, one question.
    private var last = 0

    /// The number of a name: that of before, or the next one for a new name.
    mutating func number(of name: String) -> Int {
        if last < names.count && names[last] == name { return last }
        if let number = numbers[name] {
            last = number
        } else {
            last = names.count
            numbers[name] = last
            names.append(name)
        }
        return last
    }
}
