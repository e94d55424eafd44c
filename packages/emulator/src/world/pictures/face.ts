import type { Look } from './look.ts'

export interface Shot {
  /** Two colours, top and bottom. */
  background: readonly [string, string]
  /** 1 fills the frame as on a document. */
  scale: number
  dx: number
  dy: number
  /** Turns the head, degrees. */
  tilt: number
  glasses?: boolean
  clothes?: string
  /** Prefix of gradient ids, so that two faces may share a drawing. */
  id: string
  /** Leaves the background out, to stand before another drawing. */
  bare?: boolean
}

/** A head and shoulders in a box of 600 by 760. */
export function face(look: Look, shot: Shot): string {
  const { id } = shot
  const cloth = shot.clothes ?? look.cloth
  const glasses = shot.glasses ?? look.glasses
  const jaw = 96 + look.jaw * 26
  const head = `M164 312C162 208 222 152 300 152C378 152 438 208 436 312C434 396 ${300 + jaw + 14} 470 ${300 + jaw * 0.5} 502Q300 524 ${300 - jaw * 0.5} 502C${300 - jaw - 14} 470 166 396 164 312Z`
  return `<defs>
<linearGradient id="${id}b" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${shot.background[0]}"/><stop offset="1" stop-color="${shot.background[1]}"/></linearGradient>
<radialGradient id="${id}s" cx=".46" cy=".42" r=".66"><stop offset="0" stop-color="${look.skin}"/><stop offset=".62" stop-color="${look.skin}"/><stop offset="1" stop-color="${look.shade}"/></radialGradient>
<linearGradient id="${id}n" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${look.shade}"/><stop offset="1" stop-color="${look.skin}"/></linearGradient>
<linearGradient id="${id}c" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${cloth}"/><stop offset="1" stop-color="#20242b"/></linearGradient>
<radialGradient id="${id}k" cx=".5" cy=".5" r=".5"><stop offset="0" stop-color="${look.lips}" stop-opacity=".34"/><stop offset="1" stop-color="${look.lips}" stop-opacity="0"/></radialGradient>
</defs>
${shot.bare === true ? '' : `<rect width="600" height="760" fill="url(#${id}b)"/>`}
<g transform="translate(${shot.dx} ${shot.dy}) translate(300 400) scale(${shot.scale}) translate(-300 -400)">
${behind(look)}
<path d="M24 800C34 668 128 628 232 602Q300 640 368 602C472 628 566 668 576 800V1700H24Z" fill="url(#${id}c)"/>
<path d="M240 470V604Q300 652 360 604V470Z" fill="url(#${id}n)"/>
${look.woman ? '' : `<path d="M232 602L300 668L368 602L392 612L300 720L208 612Z" fill="#e9ebee" opacity=".85"/>`}
<g transform="rotate(${shot.tilt} 300 420)">
${look.headwear === 'scarf' ? '' : `<ellipse cx="166" cy="338" rx="20" ry="38" fill="${look.shade}"/><ellipse cx="434" cy="338" rx="20" ry="38" fill="${look.shade}"/>`}
<path d="${head}" fill="url(#${id}s)"/>
<ellipse cx="222" cy="408" rx="48" ry="34" fill="url(#${id}k)"/><ellipse cx="378" cy="408" rx="48" ry="34" fill="url(#${id}k)"/>
${beard(look, jaw)}${features(look)}${lines(look)}${glasses ? spectacles() : ''}${above(look)}
</g>
${look.headwear === 'scarf' ? scarf(look) : ''}
</g>`
}

function features(look: Look): string {
  const lid = look.eyes * 5
  const gap = 54 + look.eyes * 6
  const width = 24 + look.eyes * 5
  const thick = look.woman ? 7 : 10 + look.brow * 4
  const brow = look.headwear === 'none' || look.age < 0.8 ? look.hair : '#6d6a68'
  const eye = (x: number, side: number): string => `
<ellipse cx="${x}" cy="326" rx="${width}" ry="${13 - lid * 0.6}" fill="#f7f3ef"/>
<circle cx="${x}" cy="326" r="11.5" fill="${look.eye}"/><circle cx="${x}" cy="326" r="5.2" fill="#14100e"/><circle cx="${x + 4}" cy="321" r="3" fill="#fff" opacity=".85"/>
<path d="M${x - width - 2} 328Q${x} ${308 + lid} ${x + width + 2} 328" fill="none" stroke="${look.woman ? '#241a18' : look.shade}" stroke-width="${look.woman ? 5.5 : 4.5}" stroke-linecap="round"/>
<path d="M${x - width} 334Q${x} 346 ${x + width} 334" fill="none" stroke="${look.shade}" stroke-width="2.4" opacity=".7"/>
<path d="M${x - side * (width - 2)} ${296 + look.brow * 4}Q${x + side * 4} ${280 - look.brow * 4} ${x + side * (width + 8)} ${298 - look.brow * 3}" fill="none" stroke="${brow}" stroke-width="${thick}" stroke-linecap="round" opacity=".88"/>`
  const nose = 14 + look.nose * 11
  const lip = 44 + look.mouth * 14
  return `${eye(300 - gap, -1)}${eye(300 + gap, 1)}
<path d="M292 326C288 362 ${300 - nose} 384 ${300 - nose} 396Q${300 - nose + 6} 408 300 407Q${300 + nose - 6} 408 ${300 + nose} 396" fill="none" stroke="${look.shade}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>
<path d="M${300 - lip} 446Q${300 - lip * 0.4} 435 300 441Q${300 + lip * 0.4} 435 ${300 + lip} 446Q300 452 ${300 - lip} 446Z" fill="${look.lips}"/>
<path d="M${300 - lip} 446Q300 ${470 + look.mouth * 8} ${300 + lip} 446Q300 454 ${300 - lip} 446Z" fill="${look.lips}" opacity=".82"/>
<path d="M${300 - lip} 446Q300 455 ${300 + lip} 446" fill="none" stroke="#4a2824" stroke-width="2.6" opacity=".6"/>`
}

function lines(look: Look): string {
  if (look.age < 0.35) return ''
  const strength = ((look.age - 0.3) * 0.8).toFixed(2)
  return `<g fill="none" stroke="${look.shade}" stroke-width="3.4" stroke-linecap="round" opacity="${strength}"><path d="M246 404Q232 428 236 452"/><path d="M354 404Q368 428 364 452"/><path d="M236 240Q300 228 364 240"/><path d="M248 262Q300 252 352 262"/><path d="M190 334L176 326M190 342L175 344M410 334L424 326M410 342L425 344"/></g>`
}

function beard(look: Look, jaw: number): string {
  if (look.beard === 'none') return ''
  const moustache = `<path d="M248 438Q276 412 300 424Q324 412 352 438Q324 430 300 434Q276 430 248 438Z" fill="${look.hair}" opacity=".9"/>`
  if (look.beard === 'moustache') return moustache
  const full = `M168 352C176 402 206 398 236 420Q300 404 364 420C394 398 424 402 432 352C436 420 ${300 + jaw + 18} 486 ${300 + jaw * 0.5} 514Q300 536 ${300 - jaw * 0.5} 514C${300 - jaw - 18} 486 164 420 168 352Z`
  return `<path d="${full}" fill="${look.hair}" opacity="${look.beard === 'full' ? 0.92 : 0.3}"/>${look.beard === 'full' ? moustache : ''}`
}

function spectacles(): string {
  return `<g fill="#dfe8f0" fill-opacity=".16" stroke="#2a2a2e" stroke-width="7"><rect x="200" y="296" width="86" height="64" rx="26"/><rect x="314" y="296" width="86" height="64" rx="26"/><path d="M286 318Q300 308 314 318M200 316L164 308M400 316L436 308" fill="none"/></g>`
}

function behind(look: Look): string {
  if (look.headwear === 'scarf')
    return `<path d="M116 340C110 180 200 96 300 96C400 96 490 180 484 340C486 480 520 600 560 690L40 690C80 600 114 480 116 340Z" fill="${look.scarf}"/>`
  if (look.style === 'long')
    return `<path d="M132 330C120 170 214 110 300 110C386 110 480 170 468 330C468 460 486 560 500 640Q420 668 396 560L204 560Q180 668 100 640C114 560 132 460 132 330Z" fill="${look.hair}"/>`
  if (look.style === 'parted')
    return `<path d="M140 320C132 170 220 114 300 114C380 114 468 170 460 320C464 420 470 480 452 560Q380 580 300 560Q220 580 148 560C130 480 136 420 140 320Z" fill="${look.hair}"/>`
  if (look.style === 'bob')
    return `<path d="M136 320C128 166 218 112 300 112C382 112 472 166 464 320C466 400 462 450 444 492L156 492C138 450 134 400 136 320Z" fill="${look.hair}"/>`
  if (look.style === 'bun')
    return `<circle cx="300" cy="112" r="62" fill="${look.hair}"/><path d="M150 330C142 180 226 128 300 128C374 128 458 180 450 330L440 400H160Z" fill="${look.hair}"/>`
  if (look.style === 'curly')
    return [
      [190, 190],
      [240, 150],
      [300, 134],
      [360, 150],
      [410, 190],
      [168, 240],
      [432, 240],
    ]
      .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="52" fill="${look.hair}"/>`)
      .join('')
  return ''
}

function above(look: Look): string {
  if (look.headwear === 'turban')
    return `<path d="M150 268C140 150 220 92 300 92C380 92 460 150 450 268C410 216 360 196 300 196C240 196 190 216 150 268Z" fill="${look.scarf}"/><g fill="none" stroke="#000" stroke-opacity=".18" stroke-width="7"><path d="M164 236C220 160 340 130 440 196"/><path d="M174 196C230 130 330 110 420 160"/><path d="M300 92Q312 150 300 196"/></g>`
  if (look.headwear === 'scarf') return ''
  const { hair } = look
  switch (look.style) {
    case 'short':
      return `<path d="M158 318C146 190 214 118 306 120C396 118 454 188 442 318C434 268 420 236 396 222C350 238 262 240 210 214C184 236 166 268 158 318Z" fill="${hair}"/>`
    case 'fringe':
      return `<path d="M158 322C142 178 222 114 312 118C402 122 456 196 442 322C436 280 428 262 418 248C340 270 260 236 216 246C190 256 168 276 158 322Z" fill="${hair}"/>`
    case 'curly':
      return [
        [206, 214],
        [252, 190],
        [300, 182],
        [348, 190],
        [394, 214],
      ]
        .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="34" fill="${hair}"/>`)
        .join('')
    case 'bald':
      return `<path d="M158 320C156 292 162 264 172 246C176 280 172 300 170 330ZM442 320C444 292 438 264 428 246C424 280 428 300 430 330Z" fill="${hair}"/>`
    case 'bob':
      return `<path d="M156 340C138 190 220 122 300 122C380 122 462 190 444 340C440 290 424 258 404 240Q300 262 196 240C176 258 160 290 156 340Z" fill="${hair}"/>`
    case 'bun':
      return `<path d="M156 310C152 196 226 130 300 130C374 130 448 196 444 310C430 248 380 198 300 196C220 198 170 248 156 310Z" fill="${hair}"/>`
    default:
      return `<path d="M152 352C132 196 218 122 300 122C382 122 468 196 448 352C446 286 396 226 318 176C250 214 168 272 152 352Z" fill="${hair}"/>`
  }
}

function scarf(look: Look): string {
  return `<path fill-rule="evenodd" d="M116 350C108 180 200 96 300 96C400 96 492 180 484 350C484 470 456 560 420 620Q300 700 180 620C144 560 116 470 116 350ZM174 336C170 420 216 508 300 520C384 508 430 420 426 336C424 244 380 196 300 196C220 196 176 244 174 336Z" fill="${look.scarf}"/><g fill="none" stroke="#000" stroke-opacity=".14" stroke-width="8"><path d="M140 420C170 540 260 600 400 628"/><path d="M150 500C200 590 280 640 360 650"/></g>`
}
