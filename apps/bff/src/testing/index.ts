export { Agent, ORIGIN } from './agent.ts'
export { HOUSE_EPOCH, makeHouse } from './make-house.ts'
export type { House, HouseOptions, Seat } from './make-house.ts'
export type { HouseClock } from './house-clock.ts'
