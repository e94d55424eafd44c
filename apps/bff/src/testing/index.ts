export { Agent, ORIGIN } from './agent.ts'
export { HOUSE_EPOCH, makeHouse, WEBHOOK_SECRET } from './make-house.ts'
export type { House, HouseOptions, Seat } from './make-house.ts'
export type { HouseClock } from './house-clock.ts'
