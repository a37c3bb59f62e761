import Marking

extension Case {
    static let echoes: [Case] = [
        Case(.dropout, "What does dropout do, and why does it help?", "mmma", .echo),
        Case(.dropout, "Dropout does help because of what dropout does.", "mmma", .echo),
        Case(.norms, "L1 and L2 regularisation differ.", "mm", .echo),
        Case(.norms, "How do L1 and L2 regularisation differ? They differ in regularisation.", "mm", .echo),
        Case(.retrieval, "Explain precision and recall.", "mm"),
        Case(.retrieval, "Precision and recall are explained by precision and recall.", "mm"),
        Case(.complexity, "Compare a hash table with a sorted array.", "mmm"),
        Case(.complexity, "A hash table is compared with a sorted array.", "mmm"),
        Case(.descent, "Which optimiser do you use, and how do you set it?", "mmm"),
        Case(.labels, "Supervised and unsupervised learning differ.", "mm", .echo),
        Case(.labels, "How do supervised and unsupervised learning differ?", "mm", .echo),
        Case(.web, "What matters in the design of an HTTP API?", "mmma"),
        Case(.web, "In the design of an HTTP API many things matter.", "mmma"),
        Case(.bert, "How is BERT pre-trained?", "mma", .echo),
        Case(.bert, "BERT is pre-trained.", "mma", .echo),
        Case(.variance, "A model gets more complex.", "mm", .echo),
    ]

    static let nothings: [Case] = [
        Case(.dropout, "", "mmma", .noAnswer),
        Case(.dropout, "   \n\t ", "mmma", .noAnswer),
        Case(.dropout, "?", "mmma", .noAnswer),
        Case(.dropout, "I don't know.", "mmma", .noAnswer),
        Case(.dropout, "i dont know", "mmma", .noAnswer),
        Case(.dropout, "I do not know", "mmma", .noAnswer),
        Case(.dropout, "idk", "mmma", .noAnswer),
        Case(.dropout, "No idea, sorry.", "mmma", .noAnswer),
        Case(.dropout, "no clue", "mmma", .noAnswer),
        Case(.dropout, "I am not sure.", "mmma", .noAnswer),
        Case(.dropout, "I can't remember what dropout is.", "mmma", .noAnswer),
        Case(.dropout, "Don't know exactly, but it prevents overfitting.", ".h.."),
        Case(.dropout, "I'm not sure, but I think it prevents overfitting.", ".h.."),
        Case(.dropout, "I don't know why, it randomly drops neurons.", "h..."),
        Case(.dropout, "I have no idea whether it prevents overfitting.", ".n.."),
        Case(.dropout, "asdf qwer zxcv", "mmma"),
        Case(.dropout, "👍👍👍", "mmma", .noAnswer),
        Case(.dropout, "..........", "mmma", .noAnswer),
    ]

    static let hedges: [Case] = [
        Case(.dropout, "I think it prevents overfitting.", ".h.."),
        Case(.dropout, "It probably prevents overfitting.", ".h.."),
        Case(.dropout, "It may prevent overfitting.", ".h.."),
        Case(.dropout, "It usually prevents overfitting.", ".h.."),
        Case(.dropout, "As far as I remember it prevents overfitting.", ".h.."),
        Case(.dropout, "It sort of prevents overfitting, I guess.", ".h.."),
        Case(.dropout, "If I am right, it prevents overfitting.", ".h.."),
        Case(.bert, "I believe it predicts masked words.", "h.."),
        Case(.norms, "Perhaps L1 selects features.", "h."),
        Case(.norms, "I would say that L2 shrinks all coefficients.", ".h"),
        Case(.web, "PUT should be idempotent.", "h..."),
        Case(.labels, "Clustering mostly does not need labels.", ".h"),
    ]

    static let stuffing: [Case] = [
        Case(
            .dropout, "random units, overfitting, regulariser, inference, neurons, test time, training",
            "....", .keywordList),
        Case(
            .dropout, "randomly drops neurons, prevents overfitting, test time, evaluation mode", "....",
            .keywordList),
        Case(
            .dropout,
            "dropout neurons random training overfitting regulariser generalisation inference test time mode",
            "....", .keywordList),
        Case(
            .bert, "masked language modelling, bidirectional context, tokens, attention, left, right", "...",
            .keywordList),
        Case(
            .bert, "mask token attention predict hidden left right context bidirectional words direction",
            "...", .keywordList),
        Case(
            .norms, "L1, sparse weights, zero, features, L2, shrink, coefficients, smooth", "..", .keywordList
        ),
        Case(
            .web, "idempotent, PUT, 404, missing resources, caching, ETag, cache-control header", "....",
            .keywordList),
        Case(
            .complexity, "constant-time lookup; binary search; range queries; O(1); O(log n); sorted keys",
            "...", .keywordList),
        Case(
            .descent,
            "stochastic gradient descent, mini-batch, learning rate decay, cosine schedule, gradient clipping",
            "...", .keywordList),
    ]

    static let shuffles: [Case] = [
        Case(
            .dropout,
            "the of neurons the in training a is random switched the and off share at all a of time the test used",
            "....", .keywordList),
        Case(
            .dropout,
            "at the the of network a overfitting it and in reduces the is of on neurons an the training with",
            "....", .keywordList),
        Case(
            .bert,
            "the of from are hidden a rest the tokens and predicted of the is some in a at looks the left",
            "...", .keywordList),
        Case(
            .labels,
            "from the of labelled a data the in learn and methods the is supervised of on a the labels", "..",
            .keywordList),
        Case(
            .complexity,
            "a in the of key hashing on the is finds average the a array of sorted the and steps needs the",
            "...", .keywordList),
    ]

    static let plain: [Case] = [
        Case(.dropout, "In each step a random share of the neurons is switched off.", "h..."),
        Case(.dropout, "Units are disabled at random while the net trains.", "h..."),
        Case(.dropout, "During training you turn off random neurons.", "h..."),
        Case(.dropout, "The net generalises better.", ".h.."),
        Case(.dropout, "It is a regularisation method, so the network generalises better.", ".h.."),
        Case(.dropout, "At test time it is off and all neurons are used.", "..h."),
        Case(
            .dropout, "It randomly drops neurons. It prevents overfitting. It is not applied at test time.",
            "hhha"),
        Case(.bert, "Some tokens are hidden and the model predicts them from the rest.", "h.."),
        Case(.bert, "The attention looks to the left and to the right at once.", ".h."),
        Case(.bert, "Tokens are masked, then predicted; context comes from both directions.", "hh."),
        Case(.norms, "With L1 many weights become exactly zero.", "h."),
        Case(.norms, "With L1 the weights are sparse; with L2 the weights shrink smoothly.", "hh"),
        Case(.retrieval, "Precision: share of the predicted positives which are true.", "h."),
        Case(.retrieval, "Recall: share of actual positives found.", ".h"),
        Case(.complexity, "A lookup by hashing is O(1).", "h.."),
        Case(.complexity, "Binary search takes O(log n) steps in the sorted array.", ".h."),
        Case(.complexity, "The keys stay sorted, which supports ordered iteration.", "..h"),
        Case(.descent, "The gradients are estimated from mini-batches.", "h.."),
        Case(.descent, "I lower the learning rate during training.", ".h."),
        Case(.descent, "I use a cosine schedule.", ".h."),
        Case(.service, "We promised a p99 below 200 ms.", "h.."),
        Case(.service, "There were three retries with exponential backoff.", "..h"),
        Case(.labels, "It is trained on labels.", "h."),
        Case(.web, "The client can revalidate its copy with an ETag.", "..h."),
        Case(.web, "Retries are safe.", "h..."),
        Case(.web, "Set the cache-control header.", "..h."),
        Case(.variance, "The bias falls and the variance rises.", "hh"),
        Case(.variance, "Bias goes down: lower bias. Variance goes up: higher variance.", "hh"),
    ]

    static let lists: [Case] = [
        Case(
            .dropout,
            "- it randomly drops neurons\n- it prevents overfitting\n- it is not applied at test time", "hhha"
        ),
        Case(
            .dropout,
            "1. It randomly drops neurons.\n2. It prevents overfitting.\n3. It is disabled in evaluation mode.",
            "hhha"),
        Case(.dropout, "(a) it randomly drops neurons (b) it prevents overfitting", "hh.."),
        Case(.dropout, "* **Random**: it disables random units\n* **Why**: it prevents overfitting", "hh.."),
        Case(.bert, "1) it predicts masked words\n2) it uses left and right context", "hh."),
        Case(.norms, "• L1 selects features\n• L2 shrinks all coefficients", "hh"),
        Case(.web, "→ PUT is idempotent\n→ 404 when not found\n→ conditional requests", "hhh."),
        Case(.variance, "| bias decreases | variance increases |", "hh"),
    ]

    static let code: [Case] = [
        Case(.languages, "`useState` keeps local state in the component", "..h."),
        Case(.languages, "const [n, setN] = useState(0) // the useState hook keeps local state", "..h."),
        Case(.languages, "loop.run_in_executor(None, work)", "...h"),
        Case(.languages, "await asyncio.to_thread(work)", "...h"),
        Case(.languages, "await loop.runInExecutor(null, work)", "...h"),
        Case(.languages, "C++ has manual memory management; C# has a garbage collector.", "hh.."),
        Case(.retrieval, "precision = tp / (tp + fp)\nrecall = tp / (tp + fn)", "hh"),
        Case(.retrieval, "```\nprecision = TP/(TP+FP)\n```", "h."),
        Case(.complexity, "d[key] is O(1) lookup", "h.."),
        Case(.complexity, "bisect.bisect(a, x): binary search in the sorted array, O(log n)", ".h."),
        Case(.web, "`Cache-Control: max-age=60` is the cache-control header", "..h."),
        Case(.descent, "torch.nn.utils.clip_grad_norm_ does gradient clipping", "..h"),
    ]

    static let scripts: [Case] = [
        Case(
            .dropout,
            "Dropout schaltet zufällig Neuronen aus und verhindert die Überanpassung, es ist nicht aktiv.",
            "...a", .otherLanguage),
        Case(
            .dropout,
            "Le dropout désactive des neurones au hasard pour éviter le surapprentissage, et il est retiré.",
            "...a", .otherLanguage),
        Case(
            .dropout, "El dropout apaga las neuronas al azar para que la red no memorice los datos.", "...a",
            .otherLanguage),
        Case(.dropout, "随机丢弃神经元以防止过拟合。", "mmma", .otherLanguage),
        Case(.dropout, "ドロップアウトはニューロンをランダムに無効化します。", "mmma", .otherLanguage),
        Case(
            .dropout, "Дропаут случайно отключает нейроны и уменьшает переобучение.", "mmma", .otherLanguage),
        Case(.dropout, "الإسقاط يعطل الخلايا العصبية عشوائيا ويقلل الإفراط", "mmma", .otherLanguage),
        Case(.dropout, "ｄｒｏｐｏｕｔ ｐｒｅｖｅｎｔｓ ｏｖｅｒｆｉｔｔｉｎｇ", ".h.."),
        Case(.dropout, "It prevents over\u{AD}fitting.", ".h.."),
        Case(.dropout, "It prevents overﬁtting.", ".h.."),
        Case(.dropout, "🎯 It prevents 🚀 overfitting 👩🏽‍🚀!", ".h.."),
        Case(.dropout, "Ït prevénts overfítting.", ".h.."),
        Case(.dropout, "It pre\u{301}vents overfitting.", ".h.."),
        Case(.dropout, "\u{202E}It prevents overfitting.\u{202C}", ".h.."),
        Case(.dropout, "It\u{A0}prevents\u{A0}overfitting.", ".h.."),
        Case(.norms, "L₁ selects features.", "h."),
        Case(.norms, "L¹ selects features.", "h."),
        Case(.complexity, "Ｏ(1) lookup is O(1) lookup", "h.."),
        Case(.service, "p99 below ２００ ms", "h.."),
    ]
}
