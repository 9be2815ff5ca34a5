// Package lexicon holds what the program knows of English words: stems,
// numbers, names, synonyms, opposites, frequencies. What is folded together
// here serves finding only: it says where a quote may come from and never that
// two words mean the same.
package lexicon
