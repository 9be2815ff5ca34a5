// Package ellipsis looks at what a quote leaves out openly, at dots or at the
// report's own words ("he said"): the reader knows that something is missing, and
// trusts that it was idle.
//
// The naive way believes him. But the words between may limit what stands before the
// dots, govern or negate what stands behind them, or hold the subject of it: "The
// opposition … supports the reform", of a sentence in which the government does.
// So they are read, with what package clause knows of heads and limits; what is
// idle is an ellipsis, anything else a truncation, a negation or a splice.
//
// What is left out without a mark is for the packages truncation, splice and rest.
//
// Cost: the words left out, once.
package ellipsis
