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
}
