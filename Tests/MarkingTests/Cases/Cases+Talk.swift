import Marking

extension Case {
    /// A negator ends with its clause, and names some things that it does not deny.
    static let clauses: [Case] = [
        Case(.dropout, "No tricks, it prevents overfitting.", ".h.."),
        Case(.dropout, "There is no cost, and it prevents overfitting.", ".h.."),
        Case(.dropout, "No labels are needed and you prevent overfitting.", ".h.."),
        Case(.dropout, "No weights are removed and it reduces overfitting.", ".h.."),
        Case(.dropout, "It is not slow and it prevents overfitting.", ".h.."),
        Case(.dropout, "It never changes the data and you reduce overfitting with it.", ".h.."),
        Case(.dropout, "Nobody likes it, yet it prevents overfitting.", ".h.."),
        Case(.dropout, "That was a wrong guess of mine: it prevents overfitting.", ".h.."),
        Case(.dropout, "After a false start we saw that it reduces overfitting.", ".h.."),
        Case(.dropout, "People have a false idea of it, it reduces overfitting.", ".h.."),
        Case(.dropout, "An incorrect setting apart, it prevents overfitting.", ".h.."),
        Case(.dropout, "It does not prevent overfitting and it does not act as a regulariser.", ".c.."),
        Case(.dropout, "It is incorrect to say that it prevents overfitting.", ".c.."),
        Case(.dropout, "It isn't true that dropout reduces overfitting.", ".c.."),
        Case(.dropout, "It's not the case that it prevents overfitting.", ".c.."),
        Case(.dropout, "It is not correct that it reduces overfitting, sadly.", ".c.."),
        Case(.dropout, "Never once did it prevent overfitting.", ".c.."),
        Case(.dropout, "It does not and will not prevent overfitting.", ".c.."),
        Case(.dropout, "It never did, and never will, prevent overfitting.", ".c.."),
        Case(.dropout, "It cannot and does not reduce overfitting.", ".c.."),
        Case(.dropout, "It does not hurt and you get better generalisation.", ".h.."),
        Case(.dropout, "No unit is safe, and it randomly drops neurons.", "h..."),
        Case(.dropout, "It is not a schedule, it disables random units.", "h..."),
        Case(.dropout, "I won't go into the maths, it randomly drops neurons.", "h..."),
        Case(.dropout, "You don't need labels for it and it randomly drops neurons.", "h..."),
        Case(.dropout, "There isn't any rule, it randomly drops neurons and you rescale.", "h..."),
        Case(.bert, "No batch is skipped and it predicts masked words.", "h.."),
        Case(.bert, "It is not generative, it predicts masked words.", "h.."),
        Case(.bert, "There are no labels, it fills in blanked-out tokens.", "h.."),
        Case(.bert, "It does not read one way, it uses left and right context.", ".h."),
        Case(.bert, "It does not and cannot use left and right context.", ".c."),
        Case(.bert, "It is not true that it predicts masked words.", "c.."),
        Case(.bert, "It is wrong that it uses left and right context.", ".c."),
        Case(.norms, "No feature is scaled, L1 selects features.", "h."),
        Case(.norms, "L1 is not smooth and it sets coefficients to zero.", "h."),
        Case(.norms, "L1 does not and cannot select features.", "c."),
        Case(.norms, "It is not the case that L1 selects features.", "c."),
        Case(.norms, "It is not true that L2 shrinks all coefficients.", ".c"),
        Case(.norms, "There is no sparsity in it, L2 shrinks all coefficients.", ".h"),
        Case(.web, "No state is kept, PUT is idempotent.", "h..."),
        Case(.web, "POST is not, PUT is idempotent.", "h..."),
        Case(.web, "It is not true that PUT is idempotent.", "c..."),
        Case(.web, "It is incorrect that PUT is idempotent.", "c..."),
        Case(.web, "It's wrong to say that retries are safe.", "c..."),
        Case(.web, "The body does not matter and you return 404 when not found.", ".h.."),
    ]

    /// Points that are negative themselves, and negatives that say the same.
    static let denials: [Case] = [
        Case(.alerts, "Choose the threshold by what a false alarm costs.", "h..."),
        Case(.alerts, "I choose the threshold by cost: what does a false alarm cost us?", "h..."),
        Case(.alerts, "A false alarm costs something, so choose the threshold by that.", "h..."),
        Case(.alerts, "Weigh misses against noise.", "h..."),
        Case(.alerts, "Nobody reads noisy pages.", ".h.."),
        Case(.alerts, "No one is going to read noisy pages.", ".h.."),
        Case(.alerts, "Noisy pages are not read by anybody.", ".h.."),
        Case(.alerts, "Everybody reads noisy pages.", ".c.."),
        Case(.alerts, "Too many pages get ignored.", ".h.."),
        Case(.alerts, "People stop reading pages that come too often.", ".h.."),
        Case(.alerts, "Page on what users feel.", "..h."),
        Case(.alerts, "User errors rather than processor load.", "..h."),
        Case(.alerts, "Do not page on slow responses.", "..c."),
        Case(.alerts, "Never page on what users feel.", "..c."),
        Case(.alerts, "It's not a false alarm that matters, page on slow responses.", "..h."),
        Case(.alerts, "The wrong person was called, page on what users feel.", "..h."),
        Case(.alerts, "It was the same as before.", "...a"),
        Case(.alerts, "The same holds for a queue.", "...a"),
        Case(.alerts, "Both do the same.", "...a"),
        Case(.alerts, "Alert on everything.", "...d"),
        Case(.alerts, "The more pages the safer.", "...d"),
        Case(.alerts, "Don't alert on everything.", "...a"),
        Case(.alerts, "The more pages the safer, that is not true.", "...."),
        Case(.alerts, "It is not true that the more pages the safer.", "...a"),
        Case(.cache, "It stops waiting for the disk.", "h..."),
        Case(.cache, "It does not wait for the disk.", "h..."),
        Case(.cache, "It no longer waits for the disk.", "h..."),
        Case(.cache, "Nothing waits for the disk.", "h..."),
        Case(.cache, "It never waits for the disk.", "h..."),
        Case(.cache, "You don't wait for the disk any more.", "h..."),
        Case(.cache, "It does not stop waiting for the disk.", "c..."),
        Case(.cache, "No disk is busy and you save power and time.", ".h.."),
        Case(.cache, "There is no seek, so it saves power and time.", ".h.."),
        Case(.cache, "It does not save power.", ".c.."),
        Case(.cache, "It loses data in a crash.", "..h."),
        Case(.cache, "It never loses data in a crash.", "..c."),
        Case(.cache, "It does not lose data in a crash.", "..c."),
        Case(.cache, "Don't buffer what you don't own.", "...h"),
        Case(.cache, "Do not buffer what you do not own.", "...h"),
        Case(.cache, "Buffer what you own.", "...h"),
        Case(.cache, "Never buffer what isn't your own.", "...h"),
        Case(.cache, "Leave foreign pages alone.", "...h"),
        Case(.labels, "Clustering does not and need not have labels.", ".h"),
        Case(.labels, "Clustering has no need for labels.", ".h"),
        Case(.labels, "No labels are needed by clustering.", ".h"),
        Case(.labels, "Clustering cannot work without labels.", ".c"),
        Case(.labels, "Clustering never works without labels.", ".c"),
    ]

    /// Answers that deny in every sentence.
    static let denyingAll: [Case] = [
        Case(
            .dropout,
            "It does not, as some say, randomly drop neurons. It is not, in fact, a way to prevent overfitting. It is not slow. It is not old.",
            "nn.."),
        Case(
            .dropout,
            "The neurons are not dropped at random. Better generalisation is not seen. It is not a regulariser. There is no ensemble.",
            "nn.."),
        Case(
            .bert,
            "It predicts, but not masked words. It is not trained on left and right context. It is not large. It isn't new.",
            "nn."),
        Case(
            .norms,
            "L1 selects, one might think, features, but it does not. L2 shrinks all coefficients, or rather it never does. L1 is not L2. L2 isn't L1.",
            "nn"),
        Case(
            .web,
            "PUT is, they say, idempotent, but that is not so. Retries are safe, not. There is no conditional request. A 404 is never sent.",
            "nnn."),
        Case(
            .cache,
            "It saves power, but that is not so. It loses data in a crash, though not here. It isn't fast. It isn't cheap.",
            ".nn."),
    ]

    /// The words of the points, strung together in one way or another.
    static let strung: [Case] = [
        Case(
            .dropout,
            "random and units and off and random and share and neurons and switched and off and training and reduces and overfitting and regularises and network and off and inference and neurons and test and time",
            "....", .keywordList),
        Case(
            .dropout,
            "It is about random, the units, the off, the random, the share, the neurons, the switched, the off, the training, the reduces, the overfitting, the regularises, the network, the off, the inference, the neurons, the test, the time.",
            "....", .keywordList),
        Case(
            .dropout,
            "I would say it is about the random units off random share neurons switched off training reduces overfitting regularises network off inference neurons test time, that is it.",
            "....", .keywordList),
        Case(
            .bert,
            "masked and language and modelling and tokens and hidden and predicted and rest and bidirectional and context and attention and left and right and masked and words and both and directions",
            "...", .keywordList),
        Case(
            .bert,
            "I would say it is about the masked language modelling tokens hidden predicted rest bidirectional context attention left right masked words both directions, that is it.",
            "...", .keywordList),
        Case(
            .web,
            "PUT and idempotent and repeating and request and changes and retries and safe and status and missing and resources and caching and ETag and client and revalidate and copy and conditional and requests",
            "....", .keywordList),
        Case(
            .web,
            "It is about PUT, the idempotent, the repeating, the request, the changes, the retries, the safe, the status, the missing, the resources, the caching, the ETag, the client, the revalidate, the copy, the conditional, the requests.",
            "....", .keywordList),
        Case(
            .web,
            "I would say it is about the PUT idempotent repeating request changes retries safe status missing resources caching ETag client revalidate copy conditional requests, that is it.",
            "....", .keywordList),
        Case(
            .alerts,
            "limit and chosen and cost and missed and outage and weighed and needless and pages and alert and fatigue and people and stop and reading and pages and symptoms and users and feel and slow and responses",
            "....", .keywordList),
        Case(
            .alerts,
            "It is about limit, the chosen, the cost, the missed, the outage, the weighed, the needless, the pages, the alert, the fatigue, the people, the stop, the reading, the pages, the symptoms, the users, the feel, the slow, the responses.",
            "....", .keywordList),
        Case(
            .alerts,
            "I would say it is about the limit chosen cost missed outage weighed needless pages alert fatigue people stop reading pages symptoms users feel slow responses, that is it.",
            "....", .keywordList),
        Case(
            .cache,
            "stops and waiting and disk and saves and power and time and small and writes and large and loses and data and crash and unflushed and pages and lost and foreign and pages and alone and buffer and own",
            "....", .keywordList),
        Case(
            .cache,
            "It is about stops, the waiting, the disk, the saves, the power, the time, the small, the writes, the large, the loses, the data, the crash, the unflushed, the pages, the lost, the foreign, the pages, the alone, the buffer, the own.",
            "....", .keywordList),
        Case(
            .cache,
            "I would say it is about the stops waiting disk saves power time small writes large loses data crash unflushed pages lost foreign pages alone buffer own, that is it.",
            "....", .keywordList),
        Case(
            .complexity,
            "constant and time and lookup and hashing and finds and key and average and binary and search and sorted and array and needs and steps and range and queries and array and keeps and keys and order",
            "...", .keywordList),
        Case(
            .complexity,
            "It is about constant, the time, the lookup, the hashing, the finds, the key, the average, the binary, the search, the sorted, the array, the needs, the steps, the range, the queries, the array, the keeps, the keys, the order.",
            "...", .keywordList),
        Case(
            .complexity,
            "I would say it is about the constant time lookup hashing finds key average binary search sorted array needs steps range queries array keeps keys order, that is it.",
            "...", .keywordList),
        Case(
            .alerts,
            "Limit chosen by cost, a missed outage is weighed against needless pages, alert fatigue, people stop reading pages that come too often, symptoms first, page on what users feel.",
            "....", .keywordList),
    ]
}
