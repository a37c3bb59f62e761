import Marking

extension Rubric {
    static let dropout = Rubric(
        question: "What does dropout do, and why does it help?",
        keyPoints: [
            KeyPoint(
                id: "random", head: "Random units off",
                gist: "a random share of the neurons is switched off in training",
                phrasings: ["randomly drops neurons", "disables random units"]),
            KeyPoint(
                id: "overfitting", head: "Reduces overfitting", gist: "it regularises the network",
                phrasings: ["prevents overfitting", "acts as a regulariser", "better generalisation"]),
            KeyPoint(
                id: "inference", head: "Off at inference", gist: "all neurons are used at test time",
                phrasings: ["not applied at test time", "disabled in evaluation mode"]),
            KeyPoint(
                id: "faster", head: "Speeds up training", phrasings: ["training becomes faster"],
                isMisconception: true),
        ])

    static let norms = Rubric(
        question: "How do L1 and L2 regularisation differ?",
        keyPoints: [
            KeyPoint(
                id: "l1", head: "L1 gives sparse weights", gist: "L1 drives weights to exactly zero",
                phrasings: ["L1 selects features", "L1 sets coefficients to zero"]),
            KeyPoint(
                id: "l2", head: "L2 shrinks weights smoothly", gist: "L2 keeps weights small but not zero",
                phrasings: ["L2 shrinks all coefficients"]),
        ])

    static let retrieval = Rubric(
        question: "Explain precision and recall.",
        keyPoints: [
            KeyPoint(
                id: "precision", head: "Correct among predicted positives",
                gist: "precision is the share of predicted positives that are true",
                phrasings: ["precision = TP / (TP + FP)"]),
            KeyPoint(
                id: "recall", head: "Found among actual positives",
                gist: "recall is the share of actual positives that were found",
                phrasings: ["recall = TP / (TP + FN)"]),
        ])

    static let complexity = Rubric(
        question: "Compare a hash table with a sorted array.",
        keyPoints: [
            KeyPoint(
                id: "hash", head: "Constant-time lookup", gist: "hashing finds a key in O(1) on average",
                phrasings: ["O(1) lookup"]),
            KeyPoint(
                id: "binary", head: "Binary search", gist: "the sorted array needs O(log n) steps",
                phrasings: ["O(log n) search"]),
            KeyPoint(
                id: "order", head: "Range queries", gist: "only the array keeps its keys in order",
                phrasings: ["keys stay sorted", "supports ordered iteration"]),
        ])

    static let descent = Rubric(
        question: "Which optimiser do you use, and how do you set it?",
        keyPoints: [
            KeyPoint(
                id: "sgd", head: "Stochastic gradient descent",
                gist: "gradients are estimated from mini-batches",
                phrasings: ["mini-batch SGD"]),
            KeyPoint(
                id: "rate", head: "Learning rate decay", gist: "the step size is lowered during training",
                phrasings: ["cosine schedule", "reduce the learning rate over time"]),
            KeyPoint(id: "lstm", head: "Clipped gradients for an LSTM", phrasings: ["gradient clipping"]),
        ],
        terms: [
            Term(name: "stochastic gradient descent", alternatives: ["SGD"]),
            Term(name: "long short-term memory", alternatives: ["LSTM"]),
            Term(name: "learning rate", alternatives: ["LR", "step size"]),
        ])

    static let service = Rubric(
        question: "What did you promise for the service?",
        keyPoints: [
            KeyPoint(
                id: "p99", head: "p99 below 200 ms", phrasings: ["99th percentile under 200 milliseconds"]),
            KeyPoint(id: "memory", head: "10 GB of memory", phrasings: ["ten gigabytes of RAM"]),
            KeyPoint(id: "retries", head: "Three retries", gist: "with exponential backoff"),
        ])

    static let labels = Rubric(
        question: "How do supervised and unsupervised learning differ?",
        keyPoints: [
            KeyPoint(
                id: "labels", head: "Needs labelled examples",
                gist: "supervised methods learn from labelled data",
                phrasings: ["trained on labels"]),
            KeyPoint(
                id: "none", head: "Needs no labels", gist: "clustering works without labels",
                phrasings: ["does not need labels"]),
        ])

    static let web = Rubric(
        question: "What matters in the design of an HTTP API?",
        keyPoints: [
            KeyPoint(
                id: "idempotent", head: "PUT is idempotent",
                gist: "repeating the request changes nothing more",
                phrasings: ["retries are safe"]),
            KeyPoint(
                id: "status", head: "Status 404 for missing resources", phrasings: ["404 when not found"]),
            KeyPoint(
                id: "cache", head: "Caching", gist: "an ETag lets the client revalidate its copy",
                phrasings: ["cache-control header", "conditional requests"]),
            KeyPoint(
                id: "stateful", head: "The server keeps the session", gist: "REST is stateful",
                isMisconception: true),
        ])

    static let languages = Rubric(
        question: "Which language for which job?",
        keyPoints: [
            KeyPoint(
                id: "cpp", head: "C++ without garbage collection",
                phrasings: ["C++ has manual memory management"]),
            KeyPoint(
                id: "csharp", head: "C# with garbage collection", phrasings: ["C# has a garbage collector"]),
            KeyPoint(
                id: "hook", head: "useState", gist: "keeps local state in a component",
                phrasings: ["the useState hook"]),
            KeyPoint(id: "snake", head: "run_in_executor", phrasings: ["asyncio.to_thread"]),
        ])

    static let bert = Rubric(
        question: "How is BERT pre-trained?",
        keyPoints: [
            KeyPoint(
                id: "mlm", head: "Masked language modelling",
                gist: "some tokens are hidden and predicted from the rest",
                phrasings: ["predicts masked words", "fills in blanked-out tokens"]),
            KeyPoint(
                id: "both", head: "Bidirectional context", gist: "attention looks left and right at once",
                phrasings: ["both directions", "left and right context"]),
            KeyPoint(
                id: "next", head: "Predicts the next word", gist: "trained left to right like GPT",
                isMisconception: true),
        ])

    static let variance = Rubric(
        question: "What happens as a model gets more complex?",
        keyPoints: [
            KeyPoint(id: "bias", head: "Bias decreases", phrasings: ["lower bias", "less bias"]),
            KeyPoint(
                id: "variance", head: "Variance increases", phrasings: ["higher variance", "more variance"]),
        ])

    static let alerts = Rubric(
        question: "How do you set up alerts for a service?",
        keyPoints: [
            KeyPoint(
                id: "limit", head: "Limit chosen by cost",
                gist: "a missed outage is weighed against needless pages",
                phrasings: ["choose the threshold by what a false alarm costs", "weigh misses against noise"]),
            KeyPoint(
                id: "fatigue", head: "Alert fatigue", gist: "people stop reading pages that come too often",
                phrasings: ["nobody reads noisy pages", "too many pages get ignored"]),
            KeyPoint(
                id: "symptoms", head: "Symptoms first", gist: "page on what users feel",
                phrasings: ["page on slow responses", "user errors rather than processor load"]),
            KeyPoint(
                id: "everything", head: "Alert on everything",
                phrasings: ["the more pages the safer", "same"],
                isMisconception: true),
        ])

    static let cache = Rubric(
        question: "What does a write-behind cache change?",
        keyPoints: [
            KeyPoint(
                id: "wait", head: "Stops waiting for the disk", phrasings: ["returns before the disk has it"]),
            KeyPoint(
                id: "time", head: "Saves power and time", gist: "several small writes become a large one",
                phrasings: ["saves power"]),
            KeyPoint(
                id: "loss", head: "Loses data in a crash", phrasings: ["unflushed pages are lost in a crash"]),
            KeyPoint(
                id: "owner", head: "Leave foreign pages alone", phrasings: ["don't buffer what you don't own"]
            ),
        ])

    static let costs = Rubric(
        question: "What does a card of your own cost and bring?",
        keyPoints: [
            KeyPoint(
                id: "month", head: "About 1,440 dollars a month", phrasings: ["roughly $1440 per month"]),
            KeyPoint(
                id: "volume", head: "About 2.9 billion tokens", phrasings: ["2,880 million tokens pay for it"]
            ),
            KeyPoint(id: "latency", head: "Answers within 200 ms", phrasings: ["replies in 200 ms"]),
            KeyPoint(
                id: "idle", head: "Half the cards idle at night", phrasings: ["50 % of the cards are idle"]),
            KeyPoint(
                id: "batches", head: "4x faster with batches", phrasings: ["batches are four times as fast"]),
        ])

    static let trials = Rubric(
        question: "How do you run a trial?",
        keyPoints: [
            KeyPoint(id: "limit", head: "Significant at p < 0.05", phrasings: ["p below 0.05 counts"]),
            KeyPoint(
                id: "before", head: "Limit fixed before the trial",
                phrasings: ["choose the limit before looking"]),
            KeyPoint(id: "second", head: "Repeated in the second week", phrasings: ["again in week two"]),
            KeyPoint(id: "parts", head: "Each part is 1/k of the users", phrasings: ["one in k users"]),
            KeyPoint(
                id: "size", head: "More users shrink the interval",
                phrasings: [
                    "the interval gets smaller with more users", "larger samples give smaller intervals",
                ]),
        ])

    static let releases = Rubric(
        question: "Compare a canary release with a shadow release.",
        keyPoints: [
            KeyPoint(
                id: "canary", head: "Canary", gist: "a small share of users gets the new version",
                phrasings: ["a few users get the new version first"]),
            KeyPoint(
                id: "shadow", head: "Shadow", gist: "it sees copied requests and its answers are dropped",
                phrasings: ["gets a copy of the requests", "its answers are thrown away"]),
        ])

    static let tables = Rubric(
        question: "How does a dictionary find its entries so fast?",
        keyPoints: [
            KeyPoint(
                id: "resize", head: "Load factor and resizing", gist: "the table doubles when it fills",
                phrasings: ["load factor", "rehashes into a larger table"]),
            KeyPoint(
                id: "chains", head: "Collisions are chained", gist: "several keys share a slot",
                phrasings: ["separate chaining", "open addressing"]),
        ])
}
