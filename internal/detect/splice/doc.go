// Package splice finds where a quote joins words that stand apart in the transcript,
// or in another order, without a mark: "We will pay. Never." of an answer to two
// questions.
//
// The naive way, a quote must be one run of the transcript, calls every sentence left
// out a splice. Joined is what a reader takes to have been said in one breath: two
// pieces that the transcript has word for word, with a sentence's end and more than a
// few words between them there, or in the other order. Two clauses of one sentence
// that are merely turned round are no splice.
//
// In a retelling no run of words says where a piece is from, and a splice is found by
// its sentences: each has its home where most of its words of content have their
// counterparts. Inside a sentence a retold splice cannot be told from a free
// translation.
//
// What is left out with dots is for package ellipsis; a few words left out inside a
// piece for package rest.
//
// Cost: the pieces of the quote, or its sentences.
package splice
