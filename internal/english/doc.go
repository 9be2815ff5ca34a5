// Package english holds what several packages know of English words, one word at
// a time: which lists a word stands in, what a contraction stands for, which words
// exclude each other. What a run of words says is read by package reading and
// those above it; a list that one package alone asks for stands in that package.
//
// The lists are data, in internal/words/en, each with a sentence that says what a
// word in it does. Words are asked for in lower case, with typewriter apostrophes
// and contractions resolved: see [Lower] and [Contraction].
package english
