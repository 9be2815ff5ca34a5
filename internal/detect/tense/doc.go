// Package tense finds verbs of a copied quote that stand in another tense than the
// transcript's: "needed" for "needs", "was" for "is".
//
// The naive way compares the endings of all verbs. In a retelling, and in what is
// told without marks, the tenses are the reporter's ("he said he was"); in a copy
// most words in -ed are adjectives, or forms that both tenses have. So only a copy
// is looked at, and there only two finite forms of one verb, across from each other,
// of which one is the past and the other the present.
//
// "Will" and "would" are left to package modality.
//
// Cost: the words of the quote times what stands across from each.
package tense
