/// One thing that a good answer says, or, if it is a misconception, one thing that it must not say.
public struct KeyPoint: Hashable, Sendable, Codable {
    /// Unique within its question and stable while the question's other points are edited.
    public var id: String
    /// The name of the point in a few words, as shown in a list: "Bidirectional encoder".
    public var head: String
    /// What the point says beyond its head; empty where the head says it all.
    public var gist: String
    /// Other ways to say the point, each of which counts as saying it.
    public var phrasings: [String]
    /// What sounds like the point and does not say it: whole statements as people make them who have it the wrong way
    /// round, or, of a misconception, who know better. A sentence that is nearer to one of them than to the point does
    /// not say it.
    public var misstatements: [String]?
    /// What the point counts in the coverage, relative to its siblings; greater than 0, usually 1.
    public var weight: Double
    /// A nudge towards the point for a candidate who has not said it.
    public var hint: String?
    /// The follow-up question asked when the point was missed.
    public var probe: String?
    /// Full coverage cannot be reached without a required point.
    public var isRequired: Bool
    /// A misconception: saying it is `held`, not saying it is `avoided`.
    public var isMisconception: Bool
    /// The group this point belongs to, an index into ``Rubric/groups``; `nil` where it stands alone.
    public var group: Int?

    public init(
        id: String, head: String, gist: String = "", phrasings: [String] = [],
        misstatements: [String]? = nil, weight: Double = 1, hint: String? = nil, probe: String? = nil,
        isRequired: Bool = false,
        isMisconception: Bool = false, group: Int? = nil
    ) {
        self.id = id
        self.head = head
        self.gist = gist
        self.phrasings = phrasings
        self.misstatements = misstatements
        self.weight = weight
        self.hint = hint
        self.probe = probe
        self.isRequired = isRequired
        self.isMisconception = isMisconception
        self.group = group
    }
}
