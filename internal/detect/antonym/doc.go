// Package antonym finds words of a quote that stand where the transcript has their
// opposite: "imports increased" for "imports decreased".
//
// The naive way, any two opposites near each other, finds them in every second
// sentence of a translation: "lent to us" and "we borrowed", "not late" and
// "early". So neither word may have a counterpart of its own, and both must be
// negated alike. In a copy the two must be across from each other. In a retelling
// the words beside them must be tied to each other, most of them on the same side:
// what changed sides may be the converse of the same thing.
//
// What says how much, or more and less, is left to the packages quantifier and
// number; a negator put in or left out to package negation.
//
// Cost: the words of the quote times a window.
package antonym
