/* What candidates write: 60 to 150 words each, plain ASCII without quotation marks, so fit for a JSON string. */
#pragma once

static const char *const answers[] = {
	"A model overfits when it learns the noise of the training data along with the signal, so the training error "
	"keeps falling while the error on unseen data rises again. I would look at both curves, and at the gap between "
	"them. Against it I would first try to get more data or augment what there is, then regularise with weight decay "
	"or dropout, make the model smaller, and stop early when the validation loss no longer improves. Cross validation "
	"tells whether the improvement is real or an accident of one split.",

	"Precision is the share of the predicted positives that really are positive, recall is the share of the real "
	"positives that were found. They pull against each other: a lower threshold finds more but also raises false "
	"alarms. For a disease screening I would favour recall, because a missed case costs more than a second test. For "
	"a spam filter precision matters more, nobody wants to lose a real letter. F1 is the harmonic mean of the two, "
	"and with rare positives the precision recall curve says more than ROC does.",

	"Attention lets every token look at every other token directly. Each token gives a query, a key and a value; the "
	"scores are the dot products of queries and keys, divided by the square root of the key dimension so that the "
	"softmax does not saturate, and the output is the sum of the values weighted by them. Several heads do that in "
	"parallel in smaller subspaces, so one may follow syntax and another one coreference. Unlike a recurrent network "
	"it needs no steps through time and trains in parallel, but it costs memory and time that grow with the square "
	"of the length, and it needs positional encodings because it does not know the order by itself.",

	"First I would ask what the system is for, how many users it has and how fresh the recommendations must be. Then "
	"two stages: candidate generation that takes a few hundred items out of millions, from an approximate nearest "
	"neighbour index over embeddings of a two tower model, and a ranking model that scores them with richer features, "
	"for example a gradient boosted tree or a deep network. Features come from a feature store so that training and "
	"serving see the same values. I would log impressions and clicks, correct for position bias, retrain daily, and "
	"release by an A/B test that watches latency and retention, not only the click rate. New users get popular items "
	"and a short questionnaire.",

	"I would describe a disagreement about a release date. Product wanted to launch before a trade fair, I knew that "
	"the evaluation had covered only two of five languages. I did not want to simply say no, so I wrote down the "
	"risks on one page with numbers, and proposed a launch in two languages with a switch for the others. We talked "
	"about it for half an hour, the product manager agreed, and the remaining languages followed three weeks later. "
	"What I learned is that a concrete alternative ends a dispute faster than an argument about principles.",

	"A hash table gives constant time lookups on average because the hash of a key says in which bucket it lies. "
	"Collisions are resolved by chaining or by open addressing. In the worst case, when all keys fall into the same "
	"bucket, a lookup is linear, which is why languages use a random seed. When the load factor gets too high the "
	"table is doubled and everything is inserted again, amortised that is still constant time per insertion. A "
	"balanced tree is the better choice if I need the keys in order or ranges of them.",

	"Gradient descent moves the parameters a small step against the gradient of the loss. With the whole data set a "
	"step is exact but expensive; stochastic gradient descent takes a mini batch, its noisy steps are cheap and even "
	"help to leave saddle points. If the learning rate is too large the loss diverges, if it is too small training "
	"takes for ever, so people warm it up and then let it decay. Momentum averages over past gradients, and Adam "
	"scales every coordinate by a running estimate of its second moment.",

	"For missing values I would first find out why they are missing. If it is completely at random, dropping a few "
	"rows does no harm. If it depends on other columns, imputation with the median, with a model, or several times "
	"over works, together with an indicator column that says that something was missing. If it depends on the value "
	"itself, like people with a high income who do not tell it, no imputation is safe and I would say so. Whatever I "
	"compute for that, I compute on the training set alone, otherwise I leak information from the test set.",

	"I am not sure about all the details, but I think retrieval augmented generation works like this: documents are "
	"cut into chunks, each chunk is embedded and put into a vector index. A question is embedded too, the nearest "
	"chunks are fetched, maybe reranked by a cross encoder, and put in the prompt with the instruction to answer only "
	"from them and to cite. It reduces hallucination and lets the knowledge be updated without training. What goes "
	"wrong is mostly the retrieval: chunks too large or too small, no keyword search for rare names, stale indexes. I "
	"would evaluate the retrieval by recall at k separately from the faithfulness of the answers.",

	"Drift means that the world changes after training. Covariate drift is a change of the inputs, concept drift a "
	"change of the relation between inputs and target. I would monitor the distributions of the features with a "
	"population stability index or a Kolmogorov Smirnov test, the distribution of the scores, and the real metric as "
	"soon as labels arrive. Alerts go to a person, who decides whether to retrain, to roll back or to fix a broken "
	"pipeline, because in practice it is a broken pipeline most of the time.",

	"A convolution slides a small kernel over the image and shares its weights at all positions, so it needs far "
	"fewer parameters than a dense layer and finds a pattern wherever it is. Early layers see edges, later ones parts "
	"and objects because the receptive field grows. Pooling or strides reduce the resolution and give some tolerance "
	"to shifts. Residual connections let the gradient flow through a hundred layers.",

	"To decide whether the new page is better I would run an A/B test. Before it starts I fix the main metric, the "
	"smallest effect that matters, the significance level and the power, and compute the sample size from them. Users "
	"are split at random by a hash of their id, so each of them always sees the same variant. I do not peek and stop "
	"when it looks good, as that inflates the false positives, unless I use a sequential test. I would also check "
	"the ratio of the groups, guard rails like load time, run at least one full week because weekends differ, and "
	"be careful when I look at many segments: with twenty of them one is significant by chance.",
};

enum { ANSWERS = sizeof answers / sizeof *answers };
