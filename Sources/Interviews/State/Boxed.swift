/// A large value that is copied only when one of several holders changes it: to hold it is to hold one reference.
@propertyWrapper
public struct Boxed<Value> {
    @usableFromInline
    final class Storage {
        @usableFromInline var value: Value

        @inlinable
        init(_ value: Value) {
            self.value = value
        }
    }

    @usableFromInline var storage: Storage

    @inlinable
    public init(wrappedValue: Value) {
        storage = Storage(wrappedValue)
    }

    @inlinable
    public var wrappedValue: Value {
        _read { yield storage.value }
        _modify {
            if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.value) }
            yield &storage.value
        }
    }
}

extension Boxed: Equatable where Value: Equatable {
    public static func == (one: Self, other: Self) -> Bool {
        one.storage === other.storage || one.storage.value == other.storage.value
    }
}

extension Boxed: Hashable where Value: Hashable {
    public func hash(into hasher: inout Hasher) { hasher.combine(storage.value) }
}

// The value in the storage changes only while nobody else holds it.
extension Boxed: @unchecked Sendable where Value: Sendable {}
