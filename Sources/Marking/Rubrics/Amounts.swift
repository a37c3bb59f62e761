/// The numbers of a rubric as values, and the concepts that stand for them and for their units.
struct Amounts: Sendable {
    struct Amount: Sendable {
        var quantity: Quantity
        var number: Int32
        /// -1 where the number has none.
        var unit: Int32
    }

    private(set) var list: [Amount] = []

    var isEmpty: Bool { list.isEmpty }

    mutating func note(_ amount: Amount) {
        for (index, known) in list.enumerated()
        where known.number == amount.number && known.unit == amount.unit
            && known.quantity.value == amount.quantity.value
        {
            if amount.quantity.isRough { list[index].quantity.isRough = true }
            return
        }
        list.append(amount)
    }

    /// What is about so much in one way of saying a point is so in the others.
    mutating func settle() {
        let rough = list.filter(\.quantity.isRough)
        for index in list.indices {
            let quantity = list[index].quantity
            if rough.contains(where: { $0.quantity.isLike(quantity, isRough: false) }) {
                list[index].quantity.isRough = true
            }
        }
        list = list.trimmed
    }
}
