// Package lexicon holds what the program knows of English words: stems,
// numbers, names, negators, synonyms, frequencies.
package lexicon
