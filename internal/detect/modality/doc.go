// Package modality finds where a quote speaks more or less surely than the
// transcript: "the price will rise" for "may rise", "they built" for "they planned
// to build", "he is guilty" for "he is allegedly guilty".
//
// The naive way compares the modal verbs of both sides one by one. A translator has
// a choice among most of them, says "will" where the speaker has no verb for it, and
// moves them within a clause. So they are held to each other by place, and in a
// retelling only two tell that no translator takes for each other. Some other verbs
// say how a deed stands, tried or done, allowed or ordered; each is looked for
// where the other side would have it, and counts only where the other side has its
// own stance nowhere near.
//
// The words and what they say are in package degree; a clause that was turned round
// is told by package negation before.
//
// Cost: the modal verbs of one side times those of the other.
package modality
