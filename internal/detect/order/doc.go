// Package order finds words of a quote that have changed places: "replace rules by
// force" for "replace force by rules". They leave every word of the sentence in it,
// and turn its meaning.
//
// The naive way tells every word that is out of order. But a list says the same in
// any order, a translator must turn sentences round, and what hangs together moves
// together. So the ways to change places that tell are looked for by themselves:
//
//   - phrases that stand each in the other's place around words that stay;
//   - doers that have become those it is done to: "Lund beat Holt" for "Holt beat
//     Lund", but not "Lund met Holt" for "Holt met Lund";
//   - things compared: "fewer wolves than bears" for "fewer bears than wolves", but
//     not "more bears than wolves" for that.
//
// Members of a list that "and" or "or" joins may change places, and are told, as a
// minor change, before anything looks at names one by one.
//
// Two numbers that have changed places are left to package number, pieces of a
// quote to package splice, single words that moved to package rest.
//
// Cost: for each place where the quote goes on otherwise than the source, all
// lengths of the two phrases and of what stays, which is a constant.
package order
