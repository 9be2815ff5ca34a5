// Package truncation finds quotes that start or stop inside a sentence of the
// transcript and leave out what limits the words quoted: a condition, an exception, a
// negation, somebody else's opinion. "We will leave", of "we will leave if they pay".
//
// The naive ways, to warn of every cut or of none, are useless alike: reporters cut
// nine sentences of ten. So what was cut is read: what stands behind the quote by how
// it begins, what stands before it by how it ends, and the sentences on either side
// by a few forms that can only speak of their neighbour. Nothing here asks what the
// words are about. All of that reading is of one side and is done by package clause;
// here is decided whether the quote has been cut there at all, and has not said
// elsewhere what it leaves out.
//
// In other words than the transcript's a quote has no last word behind which the rest
// was cut: a translator puts things in another order, and leaves words out in every
// sentence. So only what no translation leaves out counts: a clause of its own at
// either end of the sentence that is its condition, or gives it to others, where the
// quote has neither a word tied to it nor any word that restricts or reports.
//
// A condition that both sides have may be told in other words: "if" for "provided
// that". The words have nothing in common, so they are compared by what they do.
//
// What the quote leaves out with dots is for package ellipsis.
//
// Cost: the sentence, once.
package truncation
