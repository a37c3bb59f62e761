/// A library for whoever reads it: what a visitor has done is in it when they ask.
public struct FollowedLibrary: LibraryReading {
    private let library: any Library
    private let follower: LibraryFollower

    public init(_ library: any Library, follower: LibraryFollower) {
        (self.library, self.follower) = (library, follower)
    }

    public func list(_ query: TranscriptQuery, of visitor: String) throws(StoreError) -> TranscriptList {
        follower.catchUp(with: visitor)
        return try library.list(query, of: visitor)
    }

    public func search(_ query: TranscriptQuery, of visitor: String) throws(StoreError) -> PassageList {
        follower.catchUp(with: visitor)
        return try library.search(query, of: visitor)
    }

    public func facets(of visitor: String) throws(StoreError) -> LibraryFacets {
        follower.catchUp(with: visitor)
        return try library.facets(of: visitor)
    }

    public func trend(of topic: String, of visitor: String) throws(StoreError) -> TopicTrend? {
        follower.catchUp(with: visitor)
        return try library.trend(of: topic, of: visitor)
    }
}
