import { expect, it } from 'vitest';
import { tooNew } from './too-new.ts';

it.each([
  ['@layer base{a{color:red}}', 99],
  ['p:has(> a){color:red}', 105],
  ['p{&:hover{color:red}}', 112],
  ['@media (width>=40rem){a{color:red}}', 104],
  ['a{color:color-mix(in srgb, red 10%, blue)}', 111],
  ['a{color:oklch(50% 0 0)}', 111],
  ['a{left:50%;translate:-50%}', 104],
  ['a{width:round(1px,2px)}', 111],
])('ends the build over the style %s', (css, since) => {
  expect(tooNew('a.css', css)).toEqual([expect.stringContaining(`from ${since} on`)]);
});

it.each([
  'a{transform:translate(-50%) rotate(1deg) scale(2)}',
  "a::before{content:'& :has( @layer'}",
  '@layer properties{@supports (x:y){*{--a:0}}}',
  '@supports (color:color-mix(in lab,red,red)){a{color:color-mix(in lab,red,red)}}b{color:red}',
  '@media (min-width:40rem){a:where(.b):is(p){color:red}}',
])('lets the style %s pass', (css) => {
  expect(tooNew('a.css', css)).toEqual([]);
});

it('looks behind what a style sheet guards', () => {
  expect(tooNew('a.css', '@supports (x:y){a{color:lab(0 0 0)}}b{color:lab(0 0 0)}')).toHaveLength(1);
});

it.each([
  ['class A { static { this.b = 1; } }', 94],
  ['class A { #b; has(x) { return #b in x; } }', 91],
  ['export const a = /[a--b]/v;', 112],
])('ends the build over the script %s', (code, since) => {
  expect(tooNew('a.js', code)).toEqual([expect.stringContaining(`from ${since} on`)]);
});

it.each(['class A { #b = 1; static c = 2; d() { return "b" in this && this?.#b; } }', 'export const a = /a/dgu;'])(
  'lets the script %s pass',
  (code) => {
    expect(tooNew('a.js', code)).toEqual([]);
  },
);
