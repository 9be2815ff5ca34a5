// Package reading reads a run of words of one document: where its sentences and
// clauses begin and end, which word heads what stands before it, what the marks
// between the words say.
//
// A [Run] is a quote, or the sentences that a quote may come from. Nothing here
// knows that there is another side: what is said about two runs stands in package
// pairing and above. What the words say beyond grammar is read by quantity,
// calendar, naming, clause and degree, each as [Fact] values or as ranges.
//
// Nothing is parsed. Each question is answered from a few words around the place
// that is asked about, by word lists and marks, so that a question costs what its
// window has and a sentence without grammar is read as well as any.
package reading
