import { makeChangeOwnPassword } from './change-own-password.ts'
import { makeChangePerson, type TakeBackAll } from './change-person.ts'
import type { Env } from '../env.ts'
import { makeSetUp } from './first-admin.ts'
import { makeAddPerson, makeListPeople } from './manage-people.ts'
import { makeFactorBook } from './second-factor/factor-book.ts'
import { makeOwnFactor } from './second-factor/own-factor.ts'
import { makeResetFactor } from './second-factor/reset-factor.ts'
import { makeSecretBox } from './second-factor/secret-box.ts'
import type { ReadAccessPolicy } from './second-factor/demands.ts'
import type { Auth } from './auth.ts'
import type { Connection } from '@verdict/contract/connection'
import type { Ledger } from '../ledger/ledger.ts'
import { makeSignIn } from './sign-in.ts'
import { makeSignInGuard } from './sign-in-guard.ts'
import { makeChallenges } from './sign-ins/challenges.ts'
import { makeEnrolAtSignIn } from './sign-ins/enrol-at-sign-in.ts'
import { makeFinishSignIn } from './sign-ins/finish-sign-in.ts'
import { makeManageSignIns } from './sign-ins/manage-sign-ins.ts'
import { makeSignInDoor } from './sign-ins/sign-in-door.ts'
import { makeProvedLately, makeStepUp } from './sign-ins/step-up.ts'
import { makeWeighPassword } from './sign-ins/weigh-password.ts'
import { makeSignOut } from './sign-out.ts'
import type { Store } from '../store/open-store.ts'
import { makeDescribeMe, makeWelcome } from './welcome.ts'

interface PeopleDeps {
  env: Env
  store: Store
  ledger: Ledger
  clock: () => number
  newId: () => string
  auth: Auth
  authSecret: string
  accessPolicy: ReadAccessPolicy
  forgetIdentities: () => void
  readConnection: () => Connection
  takeBackAll: TakeBackAll
}

/** The room put together. */
export function makePeople(given: PeopleDeps) {
  const { store, clock, authSecret } = given
  const guard = makeSignInGuard(given)
  const door = makeSignInDoor(given)
  const weighPassword = makeWeighPassword({ store, door })
  const factors = makeFactorBook({ box: makeSecretBox(authSecret), clock })
  const deps = { ...given, guard, door, weighPassword, factors, challenges: makeChallenges(given) }
  return {
    signIn: makeSignIn(deps),
    finishSignIn: makeFinishSignIn(deps),
    enrolAtSignIn: makeEnrolAtSignIn(deps),
    signOut: makeSignOut(deps),
    stepUp: makeStepUp(deps),
    provedLately: makeProvedLately(deps),
    changeOwnPassword: makeChangeOwnPassword(deps),
    ownFactor: makeOwnFactor(deps),
    signIns: makeManageSignIns(deps),
    describeMe: makeDescribeMe(deps),
    welcome: makeWelcome(deps),
    listPeople: makeListPeople(deps),
    addPerson: makeAddPerson(deps),
    changePerson: makeChangePerson(deps),
    resetFactor: makeResetFactor(deps),
    setUp: makeSetUp(deps),
  }
}
export type People = ReturnType<typeof makePeople>
