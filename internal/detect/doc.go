// Package detect finds what became of a quote's words: it runs the detectors, one
// folder each, named for the kind of change it tells, in an order that is written
// down.
//
// The naive way compares the two word by word and names each difference by the
// words in it. But which words belong together depends on what they are: "May 5" is
// no number, "no longer" no quantity, "Mayor May" no modal verb. So a detector looks
// for one class of words on both sides, spends what agrees and tells what does not.
// What one has spent the later ones pass over, so the order counts, and only between
// the phases: within one any order gives the same changes, which a test holds by
// shuffling.
//
// To add a detector, write a function of a comparison in a folder of its own and
// name it in the phase before which its words must not be spent. What several
// detectors ask belongs in package comparison, what one side says by itself in the
// packages below it; no detector knows another.
package detect
