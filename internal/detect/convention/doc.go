// Package convention tells what every reporter does to the words of a speaker, and
// nobody minds: words in square brackets, fillers left out, contractions, the
// spelling of another country, a word written as two, a swear word masked.
//
// The naive way takes the marks away before comparing. Then nothing says any more
// what stood there, and "[not]" passes as well as "[the minister]". So each is
// compared at its place: what is in brackets must not be at odds with what the
// source has there, a filler must be nothing but a filler or said twice, and two
// spellings must be known to be of one word.
//
// A number or a date that is written in another way is told by its own package.
//
// Cost: the words of the quote, and for each bracket what stands across from it.
package convention
