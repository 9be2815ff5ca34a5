// Package degree reads how much, how surely and in what way the words of a run say
// something: all or some of it, at least or only, that it may be, must be, was tried.
//
// [QuantifiersIn] and [ModalsIn] are such words as facts, [StanceNear] finds the verb
// that tells how a deed stands, [Restrains] tells whether words limit what stands
// beside them. Which word of a quote stands for which of the transcript, and how far
// apart two degrees may be, is not asked here.
package degree
